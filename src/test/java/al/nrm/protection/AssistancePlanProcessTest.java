package al.nrm.protection;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan (P3-09): agreed with an adult by the case manager, for a child by child protection as well. */
@ProcessTest
@CoversProcess("assistance-plan")
@TiraneTime("2026-11-02T10:00")
class AssistancePlanProcessTest {

    @Autowired
    Cases cases;

    private static final String UNIT = "child-protection-unit.tirane";

    @Test
    void anAdultsPlanIsAgreedWithTheCaseManagerWithin21Days() {
        Case person = cases.stage("assistance-plan", Map.of("caseManager", "vatra"));
        assertThat(person.open()).containsExactly("P3-09 vatra");
        assertThat(person.due("P3-09")).isEqualTo(tirane("2026-11-23T10:00"));
        person.complete("P3-09");
        assertThat(person.end()).isEqualTo("EndEvent_PlanAgreed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "doubt"})
    void aChildHasAPlanOfChildProtectionTooAndBothWithin15Days(String ageGroup) {
        Case child = child(ageGroup);
        assertThat(child.open()).containsExactly("P3-09 " + UNIT, "P3-09 vatra");
        assertThat(child.due(child.task("P3-09", UNIT))).isEqualTo(tirane("2026-11-17T10:00"));
        assertThat(child.due(child.task("P3-09", "vatra"))).isEqualTo(tirane("2026-11-17T10:00"));
    }

    @Test
    void aChildsPlanIsCompleteWhenBothHaveAgreed() {
        Case child = child("child");
        child.completeAs("P3-09", "vatra", Map.of());
        assertThat(child.open()).containsExactly("P3-09 " + UNIT);
        child.completeAs("P3-09", UNIT, Map.of());
        assertThat(child.end()).isEqualTo("EndEvent_PlanAgreed");
    }

    @Test
    void aLatePlanReachesTheSupervisorAndThenTheSecretariat() {
        Case person = cases.stage("assistance-plan", Map.of("caseManager", "vatra"));
        person.miss("P3-09");
        assertThat(person.open()).containsExactly("E1 vatra.lead", "P3-09 vatra");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P3-09");
        assertThat(person.running()).isEmpty();
    }

    @Test
    void aChildsLatePlanIsChildProtectionsSupervisorsConcernAloneWhereTheShelterWasInTime() {
        Case child = child("child");
        child.completeAs("P3-09", "vatra", Map.of()).miss("P3-09");
        assertThat(child.open()).containsExactly("E1 " + UNIT + ".lead", "P3-09 " + UNIT);
        child.complete("P3-09");
        assertThat(child.running()).isEmpty();
    }

    private Case child(String ageGroup) {
        return cases.stage("assistance-plan", Map.of("ageGroup", ageGroup, "caseManager", "vatra"));
    }
}
