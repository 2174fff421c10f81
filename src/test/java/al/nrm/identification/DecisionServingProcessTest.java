package al.nrm.identification;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.FormRefused;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** P2-08 to P2-10: the person learns the outcome, may have a negative one reviewed, and is never left without an address. */
@ProcessTest
@CoversProcess("decision-serving")
@TiraneTime("2026-09-14T10:00")
class DecisionServingProcessTest {

    private static final String SOCIAL = "state-social-service-regional.tirane";

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Test
    void theSocialServiceServesTheDecisionWithinTwoWorkingDays() {
        itIs("2026-09-17T10:00");
        Case person = cases.stage("decision-serving", Map.of("outcome", "victim", "county", "lezhe"));
        assertThat(person.open()).containsExactly("P2-08 state-social-service-regional.lezhe");
        assertThat(person.due("P2-08")).isEqualTo(tirane("2026-09-21T10:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"victim", "potential"})
    void victimAndPotentialVictimKeepTheSameServices(String outcome) {
        Case person = cases.stage("decision-serving", Map.of("outcome", outcome))
                .complete("P2-08", Map.of("reviewRequested", true));
        assertThat(person.open()).isEmpty();
        assertThat(person.end()).isEqualTo("EndEvent_ServicesGoOn");
    }

    @Test
    void whoIsFoundNoVictimIsReferredElsewhereWithinTwoWorkingDays() {
        itIs("2026-09-18T16:30");
        Case person = notVictim().complete("P2-08", Map.of("reviewRequested", false));
        assertThat(person.open()).containsExactly("P2-10 " + SOCIAL);
        assertThat(person.due("P2-10")).isEqualTo(tirane("2026-09-22T16:30"));
        person.complete("P2-10");
        assertThat(person.end()).isEqualTo("EndEvent_FindingStands");
    }

    @Test
    void theMembersOfTheResponsibleAuthorityReviewWithinFifteenWorkingDays() {
        Case person = notVictim().complete("P2-08", Map.of("reviewRequested", true));
        assertThat(person.open()).containsExactly("P2-09 ra-members");
        assertThat(person.due("P2-09")).isEqualTo(tirane("2026-10-05T10:00"));
    }

    @Test
    void aFindingThatIsUpheldStands() {
        Case person = inReview().complete("P2-09", Map.of("reviewOutcome", "upheld"));
        assertThat(person.open()).containsExactly("P2-10 " + SOCIAL);
        assertThat(person.fact("identificationStatus")).containsExactly("notVictim");
    }

    @Test
    void aFindingThatIsChangedMakesThePersonAPotentialVictimAgain() {
        Case person = inReview().complete("P2-09", Map.of("reviewOutcome", "changed"));
        assertThat(person.open()).isEmpty();
        assertThat(person.end()).isEqualTo("EndEvent_FindingChanged");
        assertThat(person.fact("identificationStatus")).containsExactly("potential");
    }

    @Test
    void runningProtectionGoesOnToClosureOnceTheFindingStands() {
        Case person = cases.agreed(Map.of())
                .complete("P1-07", Map.of("shelterNeeded", false))
                .complete("P1-08")
                .complete("P1-09")
                .complete("P2-01")
                .complete("P2-02")
                .complete("P2-06");
        FormalIdentificationProcessTest.decide(person, "notVictim");
        person.complete("P2-08", Map.of("reviewRequested", false));
        assertThat(person.open())
                .containsExactly(
                        "P2-10 " + SOCIAL,
                        "P3-05 " + SOCIAL,
                        "P3-07 health-services.tirane",
                        "P6-01 state-police-at.tirane");
        person.complete("P2-10");
        assertThat(person.open()).containsExactly("P4-10 " + SOCIAL, "P6-01 state-police-at.tirane");
        assertThat(person.running()).containsExactly("case-closure", "justice", "referral");
    }

    @Test
    void whoDecidedMayNotReviewHisOwnDecision() {
        String both = cases.memberOf("state-police-at.tirane", "ra-members");
        Case person = cases.stage("formal-identification", Map.of())
                .complete("P2-01")
                .complete("P2-02")
                .complete("P2-06")
                .completeAs("P2-07", both, Map.of("outcome", "notVictim"))
                .completeAs("P2-07", SOCIAL, Map.of("outcome", "notVictim"))
                .complete("P2-08", Map.of("reviewRequested", true));
        assertThatThrownBy(() -> person.completeAs("P2-09", both, Map.of("reviewOutcome", "upheld")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("assignee");
        tasks.setAssignee(person.task("P2-09").getId(), null);
        person.completeAs("P2-09", "ra-members-2", Map.of("reviewOutcome", "upheld"));
        assertThat(person.open()).containsExactly("P2-10 " + SOCIAL);
    }

    @Test
    void aMissedServingReachesTheSupervisor() {
        Case person = notVictim().miss("P2-08");
        assertThat(person.open()).containsExactly("E1 " + SOCIAL + ".lead", "P2-08 " + SOCIAL);
    }

    @Test
    void aMissedReviewReachesTheChair() {
        Case person = inReview().miss("P2-09");
        assertThat(person.open()).containsExactly("E4 ra-chair", "P2-09 ra-members");
    }

    @Test
    void aMissedReferralElsewhereReachesTheSupervisorUntilItIsDone() {
        Case person =
                inReview().complete("P2-09", Map.of("reviewOutcome", "upheld")).miss("P2-10");
        assertThat(person.open()).containsExactly("E1 " + SOCIAL + ".lead", "P2-10 " + SOCIAL);
        person.complete("P2-10");
        assertThat(person.open()).isEmpty();
        assertThat(person.running()).isEmpty();
    }

    private Case notVictim() {
        return cases.stage("decision-serving", Map.of("outcome", "notVictim", "identificationStatus", "notVictim"));
    }

    private Case inReview() {
        return notVictim().complete("P2-08", Map.of("reviewRequested", true));
    }
}
