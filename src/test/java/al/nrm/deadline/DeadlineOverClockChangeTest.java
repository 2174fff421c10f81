package al.nrm.deadline;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Cases;
import al.nrm.ProcessTest;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Days end at the same hour in Tirana when the clocks change, and hours stay hours, though the server runs in UTC. */
@ProcessTest
class DeadlineOverClockChangeTest {

    @Autowired
    Cases cases;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @ParameterizedTest(name = "{1} opened {2} is due {3}")
    @CsvSource({
        // to summer time on 29 March 2026; the Mondays after both Easters are days off
        "formal-identification, P2-01, 2026-03-27T10:00, 2026-03-30T11:00",
        "team-decision,         P2-07, 2026-03-27T10:00, 2026-04-03T10:00",
        "case-closure,          P4-10, 2026-03-27T10:00, 2026-04-14T10:00",
        "assistance-plan,       P3-09, 2026-03-27T10:00, 2026-04-17T10:00",
        // back to winter time on 25 October 2026
        "formal-identification, P2-01, 2026-10-23T10:00, 2026-10-26T09:00",
        "team-decision,         P2-07, 2026-10-23T10:00, 2026-10-30T10:00",
        "case-closure,          P4-10, 2026-10-23T10:00, 2026-11-06T10:00",
        "assistance-plan,       P3-09, 2026-10-23T10:00, 2026-11-13T10:00",
    })
    void endsAtTheRightHour(String process, String step, String opened, String due) {
        Cases.itIs(opened);
        assertThat(cases.stage(process, Map.of()).due(step)).isEqualTo(tirane(due));
    }
}
