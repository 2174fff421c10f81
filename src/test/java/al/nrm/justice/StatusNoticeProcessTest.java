package al.nrm.justice;

import static al.nrm.Cases.itIs;
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

/** Each half-year the victim is told where the proceedings stand, until they are concluded (P6-08). */
@ProcessTest
@CoversProcess("status-notice")
@TiraneTime("2026-11-02T10:00")
class StatusNoticeProcessTest {

    @Autowired
    Cases cases;

    private static final String COORDINATOR = "victim-coordinator.tirane";

    @Test
    void theVictimIsToldEachHalfYearAlsoWhereNothingHasHappened() {
        Case person = cases.stage("status-notice", Map.of());
        assertThat(person.open()).isEmpty();
        assertThat(person.waitsUntil()).containsExactly(tirane("2027-05-01T10:00"));
        itIs("2027-05-05T10:00");
        person.letTimePass();
        assertThat(person.open()).containsExactly("P6-08 " + COORDINATOR);
        assertThat(person.due("P6-08")).isEqualTo(tirane("2027-05-12T10:00"));
        person.complete("P6-08", Map.of("concluded", false));
        assertThat(person.open()).isEmpty();
        assertThat(person.waitsUntil()).containsExactly(tirane("2027-10-28T10:00"));
    }

    @Test
    void itEndsWithTheProceedings() {
        Case person = cases.stage("status-notice", Map.of()).letTimePass().complete("P6-08", Map.of("concluded", true));
        assertThat(person.end()).isEqualTo("EndEvent_Concluded");
    }

    @Test
    void aVictimWhoHearsNothingIsTheHeadOfTheOfficesConcernAndThenTheChairs() {
        Case person = cases.stage("status-notice", Map.of()).letTimePass().miss("P6-08");
        assertThat(person.open()).containsExactly("E1 " + COORDINATOR + ".lead", "P6-08 " + COORDINATOR);
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P6-08");
        assertThat(person.running()).isEmpty();
    }
}
