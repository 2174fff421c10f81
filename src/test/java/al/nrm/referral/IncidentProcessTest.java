package al.nrm.referral;

import static al.nrm.Cases.tirane;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.OpenFacts;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What strikes in any phase: danger, disappearance, a change of shelter, consent withdrawn, death, a second case, a role without anyone. */
@ProcessTest
@CoversProcess("incident")
@TiraneTime("2026-09-14T10:00")
class IncidentProcessTest {

    private static final String REPORTER = "state-police.tirane";
    private static final Map<String, Object> FOREIGNER_AT_THE_BORDER =
            Map.of("channel", "border", "nationality", "SRB");
    private static final String SOCIAL = "state-social-service-regional.tirane";

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    FormService forms;

    @Autowired
    HistoryService history;

    @Test
    void immediateDangerCallsTheCountysPoliceBesideTheRest() {
        Case person = cases.agreed(Map.of());
        Case incident = report(person, REPORTER, "immediateDanger");
        assertThat(incident.end()).isEqualTo("EndEvent_SafetyRequested");
        assertThat(incident.number()).isEqualTo(person.number());
        assertThat(person.open())
                .containsExactly("P1-02 state-police.tirane", "P1-07 " + REPORTER, "P1-08 " + REPORTER);
    }

    @Test
    void aMissingAdultIsReportedByTheCaseManagerWithin24Hours() {
        Case person = cases.agreed(Map.of());
        Case incident = report(person, REPORTER, "missing");
        assertThat(person.open()).contains("P3-13 " + SOCIAL);
        assertThat(person.due("P3-13")).isEqualTo(tirane("2026-09-15T10:00"));
        person.complete("P3-13");
        assertThat(incident.end()).isEqualTo("EndEvent_MissingReported");
    }

    @Test
    void aMissingChildIsReportedAtOnce() {
        Case child = cases.agreed(Map.of("ageGroup", "child"));
        report(child, REPORTER, "missing");
        assertThat(child.due("P3-13")).isEqualTo(tirane("2026-09-14T10:00"));
    }

    /** Domain 16: children of foreign origin vanish, and nobody looks for them. */
    @Test
    void aForeignChildThatVanishesIsOverdueAtOnceAndReachesTheSupervisorAndTheSecretariat() {
        Case child = cases.agreed(Map.of("ageGroup", "child", "nationality", "SYR", "unaccompanied", true));
        report(child, REPORTER, "missing");
        assertThat(child.due("P3-13")).isEqualTo(tirane("2026-09-14T10:00"));
        child.miss("P3-13");
        assertThat(child.ladder()).containsExactly("E1 " + SOCIAL + ".lead");
        child.miss("E1");
        assertThat(child.ladder()).containsExactly("E3 ra-secretariat");
        child.complete("P3-13");
        assertThat(child.ladder()).isEmpty();
    }

    @Test
    void aMissedReportOfAMissingPersonReachesTheSupervisor() {
        Case person = cases.agreed(Map.of());
        report(person, REPORTER, "missing");
        person.miss("P3-13");
        assertThat(person.open()).contains("E1 " + SOCIAL + ".lead", "P3-13 " + SOCIAL);
    }

    @Test
    void aTransferIsTheCoalitionsToArrange() {
        Case person = sheltered();
        Case incident = report(person, "vatra", "transfer");
        assertThat(person.open()).contains("P3-14 shelters-coalition");
        person.complete("P3-14", Map.of("shelter", "different-equal"));
        assertThat(person.open()).contains("P3-02 different-equal");
        person.complete("P3-02");
        assertThat(incident.end()).isEqualTo("EndEvent_TransferHandled");
    }

    @Test
    void nobodyIsTransferredFromAShelterThatWasOnlyProposed() {
        Case person = cases.agreed(Map.of()).complete("P1-07", Map.of("shelterNeeded", true));
        refused(person, REPORTER, "transfer");
        person.complete("P3-01", Map.of("shelter", "vatra"));
        refused(person, REPORTER, "transfer");
        person.complete("P3-02");
        report(person, REPORTER, "transfer");
        assertThat(person.open()).contains("P3-14 shelters-coalition");
    }

    @Test
    void aShelterThatATransferProposesIsNotYetTheOneTheCaseKnows() {
        Case person = sheltered();
        report(person, "vatra", "transfer");
        person.complete("P3-14", Map.of("shelter", "different-equal"));
        Case incident = report(person, "vatra", "missing");
        assertThat(person.open()).contains("P3-13 vatra");
        assertThat(runtime.getVariable(incident.root(), "shelter")).isEqualTo("vatra");
    }

    @ParameterizedTest
    @CsvSource({"immediateDanger, P1-02", "missing, P3-13", "transfer, P3-14"})
    void anIncidentThatIsBeingDealtWithOpensItsStepOnce(String incident, String step) {
        Case person = sheltered();
        report(person, "vatra", incident);
        refused(person, "vatra", incident);
        assertThat(person.open()).filteredOn(open -> open.startsWith(step)).hasSize(1);
        person.complete(step, Map.of("shelter", "different-equal"));
        if (incident.equals("transfer")) {
            refused(person, "vatra", incident);
            person.complete("P3-02");
        }
        report(person, REPORTER, incident);
        assertThat(person.open()).filteredOn(open -> open.startsWith(step)).hasSize(1);
    }

    @Test
    void severalWhoReportTheSameDangerInTheSameMomentOpenItsStepOnce() throws InterruptedException {
        Case person = cases.agreed(Map.of());
        ExecutorService officers = Executors.newFixedThreadPool(4);
        CyclicBarrier sameMoment = new CyclicBarrier(4);
        Callable<Case> officer = () -> {
            sameMoment.await();
            return report(person, REPORTER, "immediateDanger");
        };
        try {
            officers.invokeAll(Collections.nCopies(4, officer));
        } finally {
            officers.shutdownNow();
        }
        assertThat(person.open()).filteredOn(open -> open.startsWith("P1-02")).hasSize(1);
    }

    @Test
    void theDangerOfTheReportIsNotReportedAgainWhileThePoliceAreOnTheirWay() {
        Case person = cases.report(REPORTER, Map.of("immediateDanger", true));
        refused(person, REPORTER, "immediateDanger");
        person.complete("P1-02");
        report(person, REPORTER, "immediateDanger");
        assertThat(person.open()).contains("P1-02 state-police.tirane");
    }

    @Test
    void thePoliceReadTheFirstAccountAndBesideItTheNewOne() {
        Case person = cases.agreed(Map.of());
        cases.start(
                "incident",
                REPORTER,
                Map.of(
                        "caseNumber",
                        person.number(),
                        "incident",
                        "immediateDanger",
                        "incidentDescription",
                        "A man waits at her door."));
        String task = person.task("P1-02").getId();
        assertThat(forms.getTaskFormVariables(task))
                .containsEntry("narrative", "Met during a patrol.")
                .containsEntry("incidentDescription", "A man waits at her door.");
        assertThat(forms.getDeployedTaskForm(task)).asString(UTF_8).contains("\"incidentDescription\"");
    }

    @Test
    void theReceiversTasksEndWhenAnAdultWithdrawsConsent() {
        Case person = cases.agreed(Map.of())
                .complete("P1-07", Map.of("shelterNeeded", true))
                .complete("P1-08")
                .miss("P1-09");
        assertThat(person.open())
                .containsExactly(
                        "E4 ra-chair",
                        "P1-09 ra-secretariat",
                        "P2-01 state-police-at.tirane",
                        "P3-01 ra-secretariat",
                        "P6-01 state-police-at.tirane");
        Case incident = report(person, "state-police-at.tirane", "consentWithdrawn");
        assertThat(incident.end()).isEqualTo("EndEvent_ConsentWithdrawn");
        // The duty to report a crime is no service, and goes on without the name.
        assertThat(person.open()).containsExactly("P4-10 " + SOCIAL, "P6-01 state-police-at.tirane");
    }

    @Test
    void theWithdrawalIsAFactOfTheCaseWhoeverThePersonIs() {
        for (String age : List.of("adult", "child")) {
            Case person = cases.agreed(Map.of("ageGroup", age));
            report(person, REPORTER, "consentWithdrawn");
            String referral = person.instances()
                    .filter(process -> process.getProcessDefinitionId().startsWith("referral:"))
                    .findFirst()
                    .orElseThrow()
                    .getId();
            assertThat(runtime.getVariable(referral, "consentDataSharing")).isEqualTo(false);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "immediateDanger, narrative placeFound injuriesVisible safeContactRule",
        "missing, fullName dateOfBirth",
        "transfer, ''",
        "consentWithdrawn, ''",
        "died, fullName dateOfBirth",
        "roleLapsed, ''",
        "retrafficked, narrative placeFound injuriesVisible safeContactRule",
        "planReview, ''"
    })
    void anIncidentHoldsOfTheCaseWhatItsOwnStepShowsAndNothingElse(String incident, String needed) {
        Case reported = report(sheltered(), "vatra", incident);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(reported.root())
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .filteredOn(name -> !OpenFacts.contains(name))
                .containsOnly(("incidentDescription lapsedRole lapseReason " + needed).split(" "));
    }

    @Test
    void whatRunsBesideTheCaseEndsWithTheConsentToo() {
        Case person = cases.agreed(Map.of("nationality", "SRB"))
                .complete("P1-07", Map.of("shelterNeeded", false))
                .complete("P3-05")
                .complete("P3-06");
        assertThat(person.running()).contains("reflection-period", "risk-review");
        report(person, REPORTER, "consentWithdrawn");
        assertThat(person.open()).containsExactly("P4-10 " + SOCIAL);
        assertThat(person.running()).containsExactly("case-closure", "referral");
    }

    @Test
    void aChildsProtectionGoesOnWhenConsentIsWithdrawn() {
        Case child = cases.agreed(Map.of("ageGroup", "child"));
        var before = child.open();
        Case incident = report(child, REPORTER, "consentWithdrawn");
        assertThat(incident.end()).isEqualTo("EndEvent_WithdrawalRecorded");
        assertThat(child.open()).isEqualTo(before);
    }

    @Test
    void afterTheEndOfACaseOnlyDangerIsStillReportedByThoseWhoWorkForThePersonsSafety() {
        Case person = cases.report("border-police.tirane", FOREIGNER_AT_THE_BORDER)
                .complete("P1-04", Map.of("indicators", List.of()))
                .complete("P1-11");
        assertThat(person.end()).isEqualTo("EndEvent_NoIndicators");
        assertThat(person.open()).containsExactly("P1-10 border-police.tirane");
        for (String over : List.of(
                "missing",
                "transfer",
                "consentWithdrawn",
                "died",
                "duplicate",
                "roleLapsed",
                "retrafficked",
                "planReview")) {
            refused(person, "border-police.tirane", over);
        }
        report(person, "border-police.tirane", "immediateDanger");
        assertThat(person.open()).contains("P1-02 state-police.tirane");
    }

    @Test
    void aConsentThatWasNotGivenYetIsNotWithdrawn() {
        refused(cases.report(REPORTER, Map.of()), REPORTER, "consentWithdrawn");
    }

    @Test
    void aConsentIsWithdrawnOnce() {
        Case person = cases.agreed(Map.of());
        report(person, REPORTER, "consentWithdrawn");
        refused(person, SOCIAL, "consentWithdrawn");
    }

    @Test
    void aTransferEndsWithTheConsentToo() {
        Case person = sheltered();
        report(person, "vatra", "transfer");
        report(person, "vatra", "consentWithdrawn");
        assertThat(person.open()).containsExactly("P4-10 vatra");
        assertThat(person.running()).containsExactly("case-closure", "referral");
    }

    @Test
    void aDeathThatWasReportedIsAscertainedBeforeAnythingEnds() {
        Case person = cases.agreed(Map.of());
        var before = person.open();
        Case incident = report(person, REPORTER, "died");
        assertThat(person.open()).containsAll(before).contains("P3-15 " + SOCIAL);
        person.complete("P3-15", Map.of("hasDied", false));
        assertThat(incident.end()).isEqualTo("EndEvent_DeathHandled");
        assertThat(person.open()).isEqualTo(before);
    }

    @Test
    void aCaseThatACollegueNamesIsComparedByTheSecretariat() {
        Case person = cases.agreed(Map.of());
        Case other = cases.agreed(Map.of());
        Case incident = cases.start(
                "incident",
                REPORTER,
                Map.of("caseNumber", person.number(), "incident", "duplicate", "otherCase", other.number()));
        assertThat(incident.end()).isEqualTo("EndEvent_ComparisonRequested");
        assertThat(person.open()).contains("P1-12 ra-secretariat");
        assertThat(other.open()).doesNotContain("P1-12 ra-secretariat");
        refused(person, REPORTER, "duplicate", Map.of("otherCase", other.number()), "incident");
    }

    @Test
    void aCaseIsComparedWithAnotherOneThatRunsAndNotBeforeTheTalkAboutConsent() {
        Case person = cases.agreed(Map.of());
        for (String none : List.of(person.number(), "NRM-2026-999999", "xxx")) {
            refused(person, REPORTER, "duplicate", Map.of("otherCase", none), "otherCase");
        }
        refused(
                cases.report(REPORTER, Map.of()),
                REPORTER,
                "duplicate",
                Map.of("otherCase", person.number()),
                "incident");
    }

    @Test
    void aLapseInARoleEndsWhenSomebodyElseIsNamedAndTheSupervisorsHaveSettledIt() {
        Case person = cases.agreed(Map.of());
        Case incident = report(person, REPORTER, "roleLapsed");
        assertThat(person.open()).contains("P3-17 " + SOCIAL, "P3-18 " + SOCIAL + ".lead");
        person.complete("P3-17").complete("P3-18");
        assertThat(incident.end()).isEqualTo("EndEvent_LapseHandled");
    }

    @Test
    void whoIsTraffickedAgainIsBroughtToSafetyAtOnce() {
        Case person = cases.agreed(Map.of());
        Case incident = report(person, REPORTER, "retrafficked");
        assertThat(incident.end()).isEqualTo("EndEvent_SafetyRequested");
        assertThat(person.open()).contains("P1-02 state-police.tirane");
        refused(person, REPORTER, "retrafficked");
    }

    @Test
    void aReviewOfThePlanIsAskedFor() {
        assertThat(report(cases.agreed(Map.of()), REPORTER, "planReview").end()).isEqualTo("EndEvent_ReviewRequested");
    }

    @Test
    void theCaseManagersInstitutionReportsBetweenItsTasksToo() {
        Case person = cases.agreed(Map.of());
        assertThat(person.open()).noneMatch(task -> task.endsWith(SOCIAL));
        report(person, SOCIAL, "missing");
        assertThat(person.open()).contains("P3-13 " + SOCIAL);
    }

    @Test
    void anInterpreterWhoIsStillBeingLookedForDoesNotLapse() {
        Case person = cases.report(REPORTER, Map.of("interpreterLanguage", "ar"));
        refused(person, SOCIAL, "roleLapsed", Map.of("lapsedRole", "interpreter"), "lapsedRole");
    }

    @Test
    void aRoleThatTheCaseDoesNotHaveDoesNotLapse() {
        Case person = cases.agreed(Map.of());
        refused(person, REPORTER, "roleLapsed", Map.of("lapsedRole", "interpreter"), "lapsedRole");
        refused(person, REPORTER, "roleLapsed", Map.of("lapsedRole", "guardian"), "lapsedRole");
    }

    @Test
    void onlySomeoneWithAnOpenTaskOfTheCaseMayReportAnIncident() {
        Case person = cases.agreed(Map.of());
        var before = person.open();
        assertThatThrownBy(() -> report(person, "state-police.berat", "immediateDanger"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("caseNumber");
        assertThat(person.open()).isEqualTo(before);
    }

    @Test
    void whoseTaskIsDoneMayNoLongerReportAnIncident() {
        Case person = cases.agreed(Map.of()).complete("P1-07").complete("P1-08");
        assertThatThrownBy(() -> report(person, REPORTER, "missing"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("caseNumber");
    }

    /** The woman lives at the shelter "vatra" and her assistance begins. */
    private Case sheltered() {
        return cases.agreed(Map.of())
                .complete("P1-07", Map.of("shelterNeeded", true))
                .complete("P3-01", Map.of("shelter", "vatra"))
                .complete("P3-02")
                .complete("P3-03");
    }

    private void refused(Case person, String user, String incident) {
        refused(person, user, incident, Map.of(), "incident");
    }

    private void refused(Case person, String user, String incident, Map<String, Object> more, String field) {
        var before = person.open();
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("caseNumber", person.number());
        fields.put("incident", incident);
        assertThatThrownBy(() -> cases.start("incident", user, fields))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith(field + ": ");
        assertThat(person.open()).isEqualTo(before);
    }

    private Case report(Case person, String user, String incident) {
        return cases.start("incident", user, Map.of("caseNumber", person.number(), "incident", incident));
    }
}
