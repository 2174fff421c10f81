package al.nrm.identification;

import static al.nrm.Cases.itIs;
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

/** P2-03 to P2-05: who must stand beside a child before it is heard, and what an assessment of age changes. */
@ProcessTest
@CoversProcess("child-safeguards")
@TiraneTime("2026-09-14T10:00")
class ChildSafeguardsProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Test
    void everyChildGetsAChildTeamWithinTwoWorkingDays() {
        itIs("2026-09-17T10:00");
        Case child = cases.stage("child-safeguards", Map.of("ageGroup", "child", "county", "vlore"));
        assertThat(child.open()).containsExactly("P2-03 child-protection-unit.vlore");
        assertThat(child.due("P2-03")).isEqualTo(tirane("2026-09-21T10:00"));
        child.complete("P2-03");
        assertThat(child.end()).isEqualTo("EndEvent_SafeguardsInPlace");
    }

    @Test
    void anUnaccompaniedChildGetsAGuardianWithin24Hours() {
        itIs("2026-09-19T10:00");
        Case child = cases.stage("child-safeguards", Map.of("ageGroup", "child", "unaccompanied", true));
        assertThat(child.open()).containsExactly("P2-03 child-protection-unit.tirane", "P2-04 child-rights-agency");
        assertThat(child.due("P2-04")).isEqualTo(tirane("2026-09-20T10:00"));
        child.complete("P2-03");
        assertThat(child.end()).isNull();
        child.complete("P2-04");
        assertThat(child.end()).isEqualTo("EndEvent_SafeguardsInPlace");
    }

    @Test
    void anAgeInDoubtIsAssessedWithinTenWorkingDaysWhileThePersonCountsAsAChild() {
        Case person = cases.stage("child-safeguards", Map.of("ageGroup", "doubt"));
        assertThat(person.open()).containsExactly("P2-03 child-protection-unit.tirane", "P2-05 child-rights-agency");
        assertThat(person.due("P2-05")).isEqualTo(tirane("2026-09-28T10:00"));
    }

    @Test
    void theInterviewWaitsForEachSafeguardThatIsNeeded() {
        Case person = cases.stage("child-safeguards", Map.of("ageGroup", "doubt", "unaccompanied", true));
        assertThat(person.open())
                .containsExactly(
                        "P2-03 child-protection-unit.tirane", "P2-04 child-rights-agency", "P2-05 child-rights-agency");
        person.complete("P2-05", Map.of("ageFinding", "child")).complete("P2-04");
        assertThat(person.end()).isNull();
        person.complete("P2-03");
        assertThat(person.end()).isEqualTo("EndEvent_SafeguardsInPlace");
        assertThat(person.fact("ageGroup")).containsExactly("child");
    }

    @Test
    void theFindingChangesTheAgeGroupInAllStagesOfTheCase() {
        Case person = cases.agreed(Map.of("ageGroup", "doubt"))
                .complete("P1-07", Map.of("shelterNeeded", true))
                .complete("P1-08")
                .complete("P2-01")
                .complete("P2-02");
        assertThat(person.running())
                .contains("child-alert", "formal-identification", "protection", "referral", "shelter-placement");
        person.complete("P2-05", Map.of("ageFinding", "adult"));
        assertThat(person.instances().toList()).hasSizeGreaterThan(5).allSatisfy(stage -> assertThat(
                        runtime.getVariable(stage.getId(), "ageGroup"))
                .as(stage.getProcessDefinitionId())
                .isEqualTo("adult"));
    }

    @Test
    void aMissedChildTeamReachesTheSupervisor() {
        Case child =
                cases.stage("child-safeguards", Map.of("ageGroup", "child")).miss("P2-03");
        assertThat(child.open())
                .containsExactly("E1 child-protection-unit.tirane.lead", "P2-03 child-protection-unit.tirane");
    }

    @Test
    void aMissedGuardianReachesTheSecretariat() {
        Case child = cases.stage("child-safeguards", Map.of("ageGroup", "child", "unaccompanied", true))
                .miss("P2-04");
        assertThat(child.open())
                .containsExactly(
                        "E3 ra-secretariat", "P2-03 child-protection-unit.tirane", "P2-04 child-rights-agency");
    }

    @Test
    void aMissedAssessmentOfAgeReachesTheSecretariatAndEndsWithTheFinding() {
        Case person =
                cases.stage("child-safeguards", Map.of("ageGroup", "doubt")).miss("P2-05");
        assertThat(person.open()).contains("E3 ra-secretariat", "P2-05 child-rights-agency");
        person.complete("P2-05");
        assertThat(person.open()).containsExactly("P2-03 child-protection-unit.tirane");
    }
}
