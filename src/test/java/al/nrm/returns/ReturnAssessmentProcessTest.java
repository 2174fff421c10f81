package al.nrm.returns;

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

/** What awaits the person after the return, and for a child whether it may return at all (P5-05, P5-06). */
@ProcessTest
@CoversProcess("return-assessment")
@TiraneTime("2026-11-02T10:00")
class ReturnAssessmentProcessTest {

    @Autowired
    Cases cases;

    @Test
    void ofAnAdultTheRegionalSocialServiceAloneAssessesWithinTenWorkingDays() {
        Case person = assessment("adult", true);
        assertThat(person.open()).containsExactly("P5-05 state-social-service-regional.tirane");
        assertThat(person.due("P5-05")).isEqualTo(tirane("2026-11-16T10:00"));
        person.complete("P5-05");
        assertThat(person.end()).isEqualTo("EndEvent_ReturnAssessed");
    }

    @Test
    void theFamilyIsNotWrittenOfWhereThePersonForbidsToContactIt() {
        Case person = assessment("adult", false);
        person.complete("P5-05", Map.of("familyFindings", "The brother was called."));
        assertThat(person.fact("familyFindings")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "doubt"})
    void noChildReturnsWithoutADecisionOnItsBestInterests(String age) {
        Case child = assessment(age, true);
        assertThat(child.open())
                .containsExactly("P5-05 child-protection-unit.tirane", "P5-05 state-social-service-regional.tirane");
        child.complete("P5-05").complete("P5-05");
        assertThat(child.open()).containsExactly("P5-06 child-rights-agency");
        assertThat(child.due("P5-06")).isEqualTo(tirane("2026-11-09T10:00"));
        child.complete("P5-06", Map.of("bestInterest", "stay"));
        assertThat(child.end()).isEqualTo("EndEvent_ReturnAssessed");
        assertThat(child.fact("bestInterest")).containsExactly("stay");
    }

    @Test
    void lateAssessmentsReachTheSupervisors() {
        Case child = assessment("child", true);
        child.miss(child.task("P5-05", "state-social-service-regional.tirane"))
                .miss(child.task("P5-05", "child-protection-unit.tirane"));
        assertThat(child.ladder())
                .containsExactly(
                        "E1 child-protection-unit.tirane.lead", "E1 state-social-service-regional.tirane.lead");
        child.complete("P5-05").complete("P5-05");
        assertThat(child.ladder()).isEmpty();
    }

    @Test
    void aDecisionThatDoesNotComeReachesTheSecretariatAndThenTheChair() {
        Case child =
                assessment("child", true).complete("P5-05").complete("P5-05").miss("P5-06");
        assertThat(child.ladder()).containsExactly("E3 ra-secretariat");
        child.miss("E3");
        assertThat(child.ladder()).containsExactly("E4 ra-chair");
        child.complete("P5-06");
        assertThat(child.ladder()).isEmpty();
    }

    private Case assessment(String age, boolean familyContact) {
        return cases.stage("return-assessment", Map.of("ageGroup", age, "familyContactAllowed", familyContact));
    }
}
