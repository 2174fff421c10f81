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

/** First assistance (P3-05 to P3-08): a named case manager, risk and needs assessed, health checked beside them. */
@ProcessTest
@CoversProcess("assistance")
@TiraneTime("2026-11-02T10:00")
class AssistanceProcessTest {

    @Autowired
    Cases cases;

    private static final String CASE_MANAGER = "state-social-service-regional.tirane";
    private static final String HEALTH = "health-services.tirane";

    @Test
    void aCaseManagerIsNamedWithinADayAndHealthIsCheckedBesideWithinTwo() {
        Case person = cases.stage("assistance", Map.of());
        assertThat(person.open()).containsExactly("P3-05 " + CASE_MANAGER, "P3-07 " + HEALTH);
        assertThat(person.due("P3-05")).isEqualTo(tirane("2026-11-03T10:00"));
        assertThat(person.due("P3-07")).isEqualTo(tirane("2026-11-04T10:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "doubt"})
    void aChildsHealthIsCheckedWithinADay(String ageGroup) {
        Case child = cases.stage("assistance", Map.of("ageGroup", ageGroup));
        assertThat(child.due("P3-07")).isEqualTo(tirane("2026-11-03T10:00"));
    }

    @Test
    void theCaseManagerAssessesRiskWithinADayAndNeedsWithinTen() {
        Case person = cases.stage("assistance", Map.of("caseManager", "vatra"));
        person.complete("P3-05");
        assertThat(person.open()).containsExactly("P3-06 vatra", "P3-07 " + HEALTH, "P3-08 vatra");
        assertThat(person.due("P3-06")).isEqualTo(tirane("2026-11-03T10:00"));
        assertThat(person.due("P3-08")).isEqualTo(tirane("2026-11-12T10:00"));
    }

    @Test
    void theFirstRiskAssessmentSchedulesTheNextOnesAndTheyHoldNothingUp() {
        Case person = cases.stage("assistance", Map.of());
        person.complete("P3-05").complete("P3-06");
        assertThat(person.running()).containsExactly("assistance", "risk-review");
        person.complete("P3-07").complete("P3-08");
        assertThat(person.end()).isEqualTo("EndEvent_AssessmentsDone");
        assertThat(person.running()).containsExactly("risk-review");
    }

    @Test
    void assistanceGoesOnOnlyWhenEverythingHasBeenAssessed() {
        Case person = cases.stage("assistance", Map.of());
        person.complete("P3-05").complete("P3-06").complete("P3-08");
        assertThat(person.open()).containsExactly("P3-07 " + HEALTH);
        assertThat(person.end()).isNull();
    }

    @Test
    void aCaseWithoutAManagerIsTheSupervisorsConcern() {
        Case person = cases.stage("assistance", Map.of());
        person.miss("P3-05");
        assertThat(person.ladder()).containsExactly("E1 " + CASE_MANAGER + ".lead");
        person.complete("P3-05");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aRiskThatIsNotAssessedReachesTheSupervisorAndThenTheSecretariat() {
        Case person = cases.stage("assistance", Map.of());
        person.complete("P3-05").miss("P3-06");
        assertThat(person.ladder()).containsExactly("E1 " + CASE_MANAGER + ".lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P3-06");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aMissedHealthCheckReachesTheSupervisorAndThenTheHealthMinistrysSeat() {
        Case person = cases.stage("assistance", Map.of());
        person.miss("P3-07");
        assertThat(person.ladder()).containsExactly("E1 " + HEALTH + ".lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E2 ra-seat.health-ministry");
        person.complete("P3-07");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void needsThatAreNotAssessedAreTheSheltersSupervisorsConcern() {
        Case person = cases.stage("assistance", Map.of("caseManager", "vatra"));
        person.complete("P3-05").miss("P3-08");
        assertThat(person.ladder()).containsExactly("E1 vatra.lead");
        person.complete("P3-08");
        assertThat(person.ladder()).isEmpty();
    }
}
