package al.nrm.reintegration;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.FormRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P4-07 and P4-08: the plan is reviewed at fixed times and on request, while the person goes through the phases. */
@ProcessTest
@CoversProcess("reintegration-programme")
@TiraneTime("2026-09-14T10:00")
class ReintegrationProgrammeProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Test
    void theEmergencyPhaseLastsTwelveMonthsAtMost() {
        Case person = programme();
        assertThat(person.open()).containsExactly("P4-08 vatra");
        assertThat(person.fact("phase")).containsExactly("emergency");
        assertThat(person.due("P4-08")).isEqualTo(tirane("2027-09-14T10:00"));
    }

    @Test
    void thePersonLeavesAfterTheIndependentPhaseAndTheReviewsEnd() {
        Case person = programme();
        Cases.itIs("2027-06-01T09:00");
        person.complete("P4-08");
        assertThat(person.fact("phase")).containsExactly("semiIndependent");
        assertThat(person.due("P4-08")).isEqualTo(tirane("2028-06-01T09:00"));
        person.complete("P4-08");
        assertThat(person.fact("phase")).containsExactly("independent");
        person.complete("P4-08");
        assertThat(person.end()).isEqualTo("EndEvent_ProgrammeLeft");
        assertThat(person.fact("phase")).containsExactly("left");
        assertThat(person.running()).isEmpty();
    }

    @Test
    void stayingInTheEmergencyPhaseGivesNoMoreOfIt() {
        Case person = programme();
        Cases.itIs("2027-06-01T09:00");
        person.complete("P4-08", Map.of("phaseDecision", "back"));
        assertThat(person.fact("phase")).containsExactly("emergency");
        assertThat(person.due("P4-08")).isEqualTo(tirane("2027-09-14T10:00"));
    }

    @Test
    void whoNeedsMoreSupportGoesBackAPhase() {
        Case person = programme().complete("P4-08");
        Cases.itIs("2027-01-11T09:00");
        person.complete("P4-08", Map.of("phaseDecision", "back"));
        assertThat(person.fact("phase")).containsExactly("emergency");
        assertThat(person.due("P4-08")).isEqualTo(tirane("2028-01-11T09:00"));
    }

    @Test
    void whoBreaksTheProgrammeOffLeavesItAtOnce() {
        Case person = programme().complete("P4-08", Map.of("phaseDecision", "leaves"));
        assertThat(person.end()).isEqualTo("EndEvent_ProgrammeLeft");
        assertThat(person.fact("phase")).containsExactly("leftEarly");
    }

    @Test
    void aPhaseThatLastsTooLongReachesTheSecretariat() {
        Case person = programme().miss("P4-08");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P4-08");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void thePlanIsReviewedMonthlyThreeTimesAndThenQuarterlyCountedFromTheStart() {
        Case person = programme();
        List<String> due = new ArrayList<>();
        for (int review = 1; review <= 5; review++) {
            due.add(person.waitsUntil().get(0).toString());
            person.letTimePass().complete("P4-07");
        }
        assertThat(due)
                .containsExactly(
                        tirane("2026-10-14T10:00").toString(),
                        tirane("2026-11-13T10:00").toString(),
                        tirane("2026-12-13T10:00").toString(),
                        tirane("2027-03-13T10:00").toString(),
                        tirane("2027-06-11T10:00").toString());
    }

    @Test
    void aReviewThatIsDoneLateDoesNotMoveTheNextOne() {
        Case person = programme();
        Cases.itIs("2026-10-17T18:00");
        person.letTimePass();
        assertThat(person.due("P4-07")).isEqualTo(tirane("2026-10-26T00:00"));
        Cases.itIs("2026-10-29T11:00");
        person.complete("P4-07");
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-11-13T10:00"));
    }

    @Test
    void aReviewOnRequestOpensAtOnceAndTakesNothingFromTheSchedule() {
        Case person = programme();
        Cases.itIs("2026-09-20T10:00");
        request(person);
        assertThat(person.open()).containsExactly("P4-07 vatra", "P4-08 vatra");
        person.complete("P4-07");
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-10-14T10:00"));
        person.letTimePass().complete("P4-07");
        Cases.itIs("2026-11-01T10:00");
        request(person);
        person.complete("P4-07");
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-11-13T10:00"));
    }

    @Test
    void aRequestWhileAReviewIsOpenOpensNoSecondOne() {
        Case person = programme().letTimePass();
        request(person);
        assertThat(person.open()).containsExactly("P4-07 vatra", "P4-08 vatra");
    }

    @Test
    void eachReviewTakesTheScaleOfFiveDomainsFromOneToFive() {
        Case person = programme().letTimePass();
        assertThatThrownBy(() -> person.complete("P4-07", Map.of("scaleSupport", 6)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("scaleSupport");
        person.complete(
                "P4-07",
                Map.of("scaleHome", 5, "scaleLiving", 2, "scaleWellBeing", 3, "scaleChances", 1, "scaleSupport", 4));
        assertThat(person.fact("scaleHome")).containsExactly(5);
        assertThat(person.fact("scaleSupport")).containsExactly(4);
    }

    @Test
    void aReviewMayAskForFurtherServicesAndTheNextOneBeginsWithNoneTicked() {
        Case person = programme().letTimePass();
        person.complete(
                "P4-07", Map.of("planOutcome", "furtherServices", "requestedServices", List.of("school", "housing")));
        assertThat(person.open()).containsExactly("P4-08 vatra");
        assertThat(runtime.getVariable(person.root(), "requestedServices")).isNotNull();
        person.letTimePass().complete("P4-07");
        assertThat(runtime.getVariable(person.root(), "requestedServices")).isNull();
    }

    @Test
    void aMissedReviewReachesTheSupervisorAndThenTheSecretariat() {
        Case person = programme().letTimePass().miss("P4-07");
        assertThat(person.ladder()).containsExactly("E1 vatra.lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P4-07");
        assertThat(person.ladder()).isEmpty();
    }

    private Case programme() {
        return cases.stage(
                "reintegration-programme",
                Variables.createVariables().putValue("caseManager", "vatra").putValue("reviewedRounds", null));
    }

    private void request(Case person) {
        runtime.createMessageCorrelation("reintegration-programme.reviewRequested")
                .processInstanceBusinessKey(person.number())
                .correlateAll();
    }
}
