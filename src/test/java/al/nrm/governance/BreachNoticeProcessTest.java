package al.nrm.governance;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The person whose data was concerned is told by the case manager, and nobody else. */
@ProcessTest
@CoversProcess("breach-notice")
@TiraneTime("2026-09-14T10:00")
class BreachNoticeProcessTest {

    @Autowired
    Cases cases;

    @Test
    void theCaseManagerTellsThePersonWithinThreeWorkingDays() {
        Case person = concerned();
        assertThat(person.due("P10-01")).isEqualTo(tirane("2026-09-17T10:00"));
        assertThat(person.fact("riskFindings")).containsExactly("A list was sent to a wrong address.");
        person.complete("P10-01");
        assertThat(person.open()).noneMatch(task -> task.startsWith("P10-01"));
        assertThat(person.running()).doesNotContain("breach-notice");
    }

    @Test
    void aPersonWhoIsNotToldInTimeReachesTheSupervisorAndTheSecretariat() {
        Case person = concerned();
        person.miss("P10-01");
        assertThat(person.ladder()).containsExactly("E1 state-social-service-regional.tirane.lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
    }

    private Case concerned() {
        Case person = cases.agreed(Map.of());
        cases.start("data-breach", "dpo", Map.of("detectedAt", "2026-09-14T09:30"))
                .completeAs(
                        "P10-01",
                        "dpo",
                        Map.of(
                                "highRisk",
                                true,
                                "casesConcerned",
                                person.number(),
                                "riskFindings",
                                "A list was sent to a wrong address."));
        return person;
    }
}
