package al.nrm.casefile;

import java.util.Set;

/** The only variables that may be stored and read openly; every other variable of a case is protected (contract, section 4). */
public final class OpenFacts {

    private static final Set<String> FACTS = Set.of(
            "caseNumber",
            "procedureVersion",
            "reportingInstitution",
            "county",
            "channel",
            "ageGroup",
            "sex",
            "nationality",
            "unaccompanied",
            "immediateDanger",
            "shelterNeeded",
            "highSecurity",
            "trialInTirana",
            "withChildren",
            "interpreterLanguage",
            "indicators",
            "screeningResult",
            "exploitationType",
            "consentAssistance",
            "consentDataSharing",
            "consentFormalIdentification",
            "identificationStatus",
            "shelter",
            "closureReason");

    /** What the engine and the deadlines need: group ids, dates, the rung of a ladder, ids, loop counters. */
    private static final Set<String> TECHNICAL = Set.of(
            "reportedAt",
            "reportedOn",
            "caseManager",
            "policeSide",
            "requestKeeper",
            "competentProsecution",
            "team",
            "institution",
            "supervisor",
            "raSeat",
            "dueAt",
            "clock",
            "extensionsUsed",
            "suspendedUntil",
            "overdueTask",
            "overdueInstitution",
            "step",
            "missedAt",
            "ladder",
            "rungHours",
            "rung",
            "rungEndsAt",
            "higherRung",
            "refusedShelters",
            "currentShelter",
            "incident",
            "change",
            "days",
            "loopCounter",
            "nrOfInstances",
            "nrOfCompletedInstances",
            "nrOfActiveInstances",
            "waitingSince",
            "waitingRounds",
            "reviewedRounds",
            "phaseBeganOn",
            "dueDecided",
            "serviceProvider",
            "closedOn",
            "keptBecause",
            "erasureConfirmed",
            "otherCase",
            "mergedInto",
            "mergedCase",
            "roleKeeper",
            "arrivalAt",
            "firstResponder",
            "bookedBy",
            "onlineReport",
            "sameAs",
            "severity",
            "sightings");

    private OpenFacts() {}

    /**
     * Tells whether a variable is an open fact or a technical one.
     *
     * @param variable name of a process variable
     * @return whether it may be read without a task
     */
    public static boolean contains(String variable) {
        return FACTS.contains(variable) || TECHNICAL.contains(variable);
    }
}
