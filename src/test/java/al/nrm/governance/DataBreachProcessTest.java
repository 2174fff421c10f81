package al.nrm.governance;

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
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A breach is contained within a day, the Commissioner told within 72 hours of its detection, the persons by their case managers. */
@ProcessTest
@CoversProcess("data-breach")
@TiraneTime("2026-09-14T10:00")
class DataBreachProcessTest {

    private static final String LEAD = "border-police.kukes.lead";

    @Autowired
    Cases cases;

    @Test
    void allClocksCountFromTheDetectionOverAWeekendToo() {
        Case breach = cases.start("data-breach", LEAD, Map.of("detectedAt", "2026-09-12T22:30"));
        assertThat(breach.number()).matches("NRM-2026-\\d{6}");
        assertThat(breach.open()).containsExactly("P10-01 dpo", "P10-01 ra-secretariat");
        assertThat(breach.due(breach.task("P10-01", "dpo"))).isEqualTo(tirane("2026-09-14T10:15"));
        assertThat(breach.due(breach.task("P10-01", "ra-secretariat"))).isEqualTo(tirane("2026-09-14T10:15"));
        breach.completeAs("P10-01", "dpo", Map.of("highRisk", false));
        assertThat(breach.due(breach.task("P10-01", "dpo"))).isEqualTo(tirane("2026-09-15T22:30"));
    }

    @Test
    void theFileEndsWhenItIsContainedAndTheCommissionerKnows() {
        Case breach = report();
        breach.completeAs("P10-01", "dpo", Map.of("highRisk", false));
        breach.completeAs("P10-01", "ra-secretariat", Map.of());
        assertThat(breach.end()).isNull();
        breach.completeAs("P10-01", "dpo", Map.of());
        assertThat(breach.end()).isEqualTo("EndEvent_BreachHandled");
    }

    @Test
    void whereThereIsNoRiskNobodyIsTold() {
        Case breach = report();
        breach.completeAs("P10-01", "dpo", Map.of("commissionerNotified", false, "highRisk", false));
        assertThat(breach.open()).containsExactly("P10-01 ra-secretariat");
        breach.completeAs("P10-01", "ra-secretariat", Map.of());
        assertThat(breach.end()).isEqualTo("EndEvent_BreachHandled");
    }

    @Test
    void whereTheRiskIsHighEachPersonIsToldByTheirOwnCaseManager() {
        Case one = cases.agreed(Map.of());
        Case other = cases.agreed(Map.of("county", "vlore"));
        Case third = cases.agreed(Map.of());
        Case breach = report();
        breach.completeAs(
                "P10-01",
                "dpo",
                Map.of(
                        "highRisk",
                        true,
                        "casesConcerned",
                        one.number() + ", " + other.number().toLowerCase()));
        assertThat(one.open()).contains("P10-01 state-social-service-regional.tirane");
        assertThat(other.open()).contains("P10-01 state-social-service-regional.vlore");
        assertThat(third.open()).noneMatch(task -> task.startsWith("P10-01"));
    }

    @Test
    void aNumberThatIsNoCaseIsRefusedByItsPlaceAndNobodyIsTold() {
        Case one = cases.agreed(Map.of());
        Case breach = report();
        assertThatThrownBy(() -> breach.completeAs(
                        "P10-01", "dpo", Map.of("highRisk", true, "casesConcerned", one.number() + " NRM-2026-999999")))
                .isInstanceOf(FormRefused.class)
                .hasMessage("casesConcerned: number 2 of the list is no case");
        assertThat(one.open()).noneMatch(task -> task.startsWith("P10-01"));
        assertThat(breach.open()).contains("P10-01 dpo");
    }

    @Test
    void aHighRiskWithoutACaseIsRefused() {
        Case breach = report();
        assertThatThrownBy(() -> breach.completeAs("P10-01", "dpo", Map.of("highRisk", true)))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("casesConcerned");
    }

    @Test
    void aLateAssessmentReachesTheChair() {
        Case breach = report();
        breach.miss(breach.task("P10-01", "dpo"));
        assertThat(breach.ladder()).containsExactly("E4 ra-chair");
    }

    @Test
    void aLateContainmentReachesTheChair() {
        Case breach = report();
        breach.miss(breach.task("P10-01", "ra-secretariat"));
        assertThat(breach.ladder()).containsExactly("E4 ra-chair");
    }

    @Test
    void aNoticeThatIsNotSentWithinSeventyTwoHoursReachesTheChair() {
        Case breach = report();
        breach.completeAs("P10-01", "dpo", Map.of("highRisk", false));
        breach.miss(breach.task("P10-01", "dpo"));
        assertThat(breach.ladder()).containsExactly("E4 ra-chair");
    }

    @Test
    void theClockNeverCountsFromTheFuture() {
        Case breach = cases.start("data-breach", "dpo", Map.of("detectedAt", "2026-09-14T23:00"));
        assertThat(breach.due(breach.task("P10-01", "dpo"))).isEqualTo(tirane("2026-09-14T14:00"));
        assertThatThrownBy(() -> cases.start("data-breach", "dpo", Map.of("detectedAt", "2026-09-15T00:00")))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("detectedAt");
    }

    @Test
    void anOfficerTellsTheSupervisorWhoReportsIt() {
        itIs("2026-09-14T10:00");
        assertThatThrownBy(() -> cases.start("data-breach", "border-police.kukes", Map.of()))
                .isInstanceOf(AuthorizationException.class);
    }

    private Case report() {
        return cases.start("data-breach", LEAD, Map.of("detectedAt", "2026-09-14T09:30"));
    }
}
