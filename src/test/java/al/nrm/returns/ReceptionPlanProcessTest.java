package al.nrm.returns;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan and a place before the person arrives (P5-09). */
@ProcessTest
@CoversProcess("reception-plan")
@TiraneTime("2026-11-02T10:00")
class ReceptionPlanProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Test
    void thePlanStandsThreeWorkingDaysBeforeTheArrival() {
        Case person = plan("2026-11-16T15:30");
        assertThat(person.open()).containsExactly("P5-09 ra-secretariat");
        assertThat(person.due("P5-09")).isEqualTo(tirane("2026-11-11T15:30"));
    }

    @Test
    void anArrivalOfTomorrowIsDueInAQuarterOfAnHourAndReachesTheChair() {
        Case person = plan("2026-11-03T09:00");
        assertThat(person.due("P5-09")).isEqualTo(tirane("2026-11-02T10:15"));
        person.miss("P5-09");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P5-09", Map.of("receptionPlace", "ownPlace"));
        assertThat(person.running()).isEmpty();
        assertThat(person.fact("shelter")).isEmpty();
    }

    @Test
    void theShelterThatAcceptsIsEntrustedWithThePersonFromTheArrivalOn() {
        Case person = plan("2026-11-16T15:30").complete("P5-09", Map.of("shelter", "vatra"));
        assertThat(person.open()).containsExactly("P5-09 vatra");
        assertThat(person.due("P5-09")).isEqualTo(tirane("2026-11-03T10:00"));
        person.complete("P5-09");
        assertThat(person.end()).isEqualTo("EndEvent_ReceptionPlanned");
        assertThat(person.fact("caseManager")).containsExactly("vatra");
        assertThat(person.fact("firstResponder")).containsExactly("vatra");
    }

    @Test
    void aRefusalGoesBackToTheSecretariatWhichSeesWhoHasRefused() {
        Case person = plan("2026-11-16T15:30").complete("P5-09", Map.of("shelter", "vatra"));
        person.complete("P5-09", Map.of("shelterAccepts", false, "refusalReason", "No free bed."));
        assertThat(person.open()).containsExactly("P5-09 ra-secretariat");
        assertThat(runtime.getVariable(person.root(), "refusedShelters")).isEqualTo("vatra");
        assertThat(runtime.getVariable(person.root(), "shelter")).isNull();
    }

    @Test
    void aShelterThatDoesNotAnswerIsTheChairsConcern() {
        Case person = plan("2026-11-16T15:30")
                .complete("P5-09", Map.of("shelter", "vatra"))
                .miss("P5-09");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P5-09");
        assertThat(person.ladder()).isEmpty();
    }

    private Case plan(String arrival) {
        return cases.stage("reception-plan", Map.of("arrivalAt", arrival, "firstResponder", "border-police.tirane"));
    }
}
