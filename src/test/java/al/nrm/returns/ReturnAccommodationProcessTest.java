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

/** A safe place until departure, on the same day (P5-08). */
@ProcessTest
@CoversProcess("return-accommodation")
@TiraneTime("2026-11-02T10:00")
class ReturnAccommodationProcessTest {

    @Autowired
    Cases cases;

    @Test
    void isDoneInTime() {
        Case person = opened();
        assertThat(person.open()).containsExactly("P5-08 consular-posts");
        assertThat(person.due("P5-08")).isEqualTo(tirane("2026-11-02T18:00"));
        person.complete("P5-08");
        assertThat(person.end()).isEqualTo("EndEvent_PlaceProvided");
    }

    @Test
    void climbsTheLadderWhereItIsNot() {
        Case person = opened().miss("P5-08");
        assertThat(person.ladder()).containsExactly("E2 ra-seat.consular-directorate");
        person.complete("P5-08");
        assertThat(person.ladder()).isEmpty();
    }

    private Case opened() {
        return cases.stage("return-accommodation", Map.of("hostCountry", "GBR"));
    }
}
