package al.nrm.protection;

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

/** Risk is assessed again every 30 days (P3-06), counted from the first assessment, until the case is closed. */
@ProcessTest
@CoversProcess("risk-review")
@TiraneTime("2026-10-12T10:00")
class RiskReviewProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    private static final String CASE_MANAGER = "state-social-service-regional.tirane";

    @Test
    void thirtyDaysEndAtTheSameHourAlsoWhereTheClocksWereChangedBetween() {
        Case person = cases.stage("risk-review", Map.of());
        assertThat(person.open()).isEmpty();
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-11-11T10:00"));
    }

    @Test
    void thenTheCaseManagerAssessesTheRiskAgainWithinADay() {
        Case person = cases.stage("risk-review", Map.of());
        Cases.itIs("2026-11-11T10:00");
        person.letTimePass();
        assertThat(person.open()).containsExactly("P3-06 " + CASE_MANAGER);
        assertThat(person.due("P3-06")).isEqualTo(tirane("2026-11-12T10:00"));
    }

    @Test
    void theNextReviewCountsFromTheFirstAssessmentHoweverLateThisOneWas() {
        Case person = cases.stage("risk-review", Map.of());
        Cases.itIs("2026-11-14T17:45");
        person.letTimePass();
        Cases.itIs("2026-11-20T09:00");
        person.complete("P3-06");
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-12-11T10:00"));
    }

    @Test
    void aMissedReviewReachesTheSupervisorAndThenTheSecretariat() {
        Case person = cases.stage("risk-review", Map.of());
        person.letTimePass().miss("P3-06");
        assertThat(person.open()).containsExactly("E1 " + CASE_MANAGER + ".lead", "P3-06 " + CASE_MANAGER);
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P3-06");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void reviewsEndWithTheCaseAndSoDoesTheLadderOfAMissedOne() {
        Case person = cases.stage("risk-review", Map.of());
        person.letTimePass().miss("P3-06");
        Cases.itIs("2026-11-13T09:00");
        runtime.createMessageCorrelation("referral.closed")
                .processInstanceBusinessKey(person.number())
                .correlateAll();
        assertThat(person.end()).isEqualTo("EndEvent_EndedWithCase");
        assertThat(person.running()).isEmpty();
    }
}
