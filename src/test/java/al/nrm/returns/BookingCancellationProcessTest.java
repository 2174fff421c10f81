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
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever booked something for a return gives it back when the consent is withdrawn (P5-07). */
@ProcessTest
@CoversProcess("booking-cancellation")
@TiraneTime("2026-11-02T10:00")
class BookingCancellationProcessTest {

    @Autowired
    Cases cases;

    @Test
    void isDoneInTime() {
        Case person = opened();
        assertThat(person.open()).containsExactly("P5-07 iom");
        assertThat(person.due("P5-07")).isEqualTo(tirane("2026-11-03T10:00"));
        person.complete("P5-07");
        assertThat(person.end()).isEqualTo("EndEvent_BookingCancelled");
    }

    @Test
    void climbsTheLadderWhereItIsNot() {
        Case person = opened().miss("P5-07");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P5-07");
        assertThat(person.ladder()).isEmpty();
    }

    private Case opened() {
        return cases.stage("booking-cancellation", Map.of("bookedBy", "iom", "booking", "Seat 12A"));
    }
}
