package al.nrm.justice;

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

/** The lawyer examines a non-initiation or dismissal before the last day to appeal (P6-09). */
@ProcessTest
@CoversProcess("appeal")
@TiraneTime("2026-11-02T10:00")
class AppealProcessTest {

    @Autowired
    Cases cases;

    private static final String LAWYERS = "legal-aid-directorate";

    @Test
    void theReminderComesThreeDaysBeforeTheLastDayThatTheDecisionNames() {
        Case person = appeal();
        assertThat(person.open()).containsExactly("P6-09 " + LAWYERS);
        assertThat(person.due("P6-09")).isEqualTo(tirane("2026-11-09T00:00"));
    }

    @Test
    void whetherThereIsAnAppealIsThePersonsChoice() {
        Case person =
                appeal().complete("P6-09", Map.of("appealLodged", false, "appealReasons", "She does not want it."));
        assertThat(person.end()).isEqualTo("EndEvent_NoAppeal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upheld", "overturned"})
    void theRulingOfTheCourtIsRecorded(String ruling) {
        Case person = appeal().complete("P6-09", Map.of("appealLodged", true));
        assertThat(person.open()).containsExactly("P6-09 " + LAWYERS);
        assertThat(person.due("P6-09")).isEqualTo(tirane("2027-01-01T10:00"));
        person.complete("P6-09", Map.of("ruling", ruling));
        assertThat(person.end()).isEqualTo("EndEvent_RulingRecorded");
        assertThat(person.fact("ruling")).containsExactly(ruling);
    }

    @Test
    void anAppealThatNobodyDecidesOnReachesTheDirectoratesSupervisor() {
        Case person = appeal().miss("P6-09");
        assertThat(person.open()).containsExactly("E1 " + LAWYERS + ".lead", "P6-09 " + LAWYERS);
        person.complete("P6-09", Map.of("appealLodged", true));
        assertThat(person.ladder()).isEmpty();
        person.miss("P6-09");
        assertThat(person.ladder()).containsExactly("E1 " + LAWYERS + ".lead");
        person.complete("P6-09");
        assertThat(person.running()).isEmpty();
    }

    private Case appeal() {
        return cases.stage("appeal", Map.of("courtEvent", "dismissed", "appealUntil", "2026-11-12"));
    }
}
