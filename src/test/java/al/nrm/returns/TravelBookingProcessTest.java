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

/** Journey and escort, once the consent is there (P5-07). */
@ProcessTest
@CoversProcess("travel-booking")
@TiraneTime("2026-11-02T10:00")
class TravelBookingProcessTest {

    @Autowired
    Cases cases;

    @Test
    void isDoneInTime() {
        Case person = opened();
        assertThat(person.open()).containsExactly("P5-07 iom");
        assertThat(person.due("P5-07")).isEqualTo(tirane("2026-11-09T10:00"));
        person.complete("P5-07");
        assertThat(person.end()).isEqualTo("EndEvent_TravelBooked");
    }

    @Test
    void climbsTheLadderWhereItIsNot() {
        Case person = opened().miss("P5-07");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P5-07");
        assertThat(person.ladder()).isEmpty();
    }

    private Case opened() {
        return cases.stage("travel-booking", Map.of());
    }
}
