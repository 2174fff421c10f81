package al.nrm.returns;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The person is met and handed over (P5-10). */
@ProcessTest
@CoversProcess("return-arrival")
@TiraneTime("2026-11-02T10:00")
class ReturnArrivalProcessTest {

    @Autowired
    Cases cases;

    @Test
    void borderPoliceIomAndTheShelterEachReceiveThePersonWithinTwoHoursOfTheArrival() {
        Case person = arrival("vatra");
        assertThat(person.open()).containsExactly("P5-10 border-police.tirane", "P5-10 iom", "P5-10 vatra");
        person.tasks().forEach(task -> assertThat(person.due(task)).isEqualTo(tirane("2026-11-16T17:30")));
        person.complete("P5-10").complete("P5-10").complete("P5-10");
        assertThat(person.end()).isEqualTo("EndEvent_PersonReceived");
        assertThat(person.fact("personArrived")).containsExactly(true);
    }

    @Test
    void withoutAShelterTheBorderPoliceAndIomReceiveThePerson() {
        assertThat(arrival(null).open()).containsExactly("P5-10 border-police.tirane", "P5-10 iom");
    }

    @Test
    void whoeverDoesNotRecordTheArrivalReachesTheirSeats() {
        Case person = arrival("vatra");
        person.tasks().toList().forEach(person::miss);
        assertThat(person.ladder())
                .containsExactly(
                        "E2 ra-seat.border-police", "E2 ra-seat.shelters-coalition", "E2 ra-seat.shelters-coalition");
        person.complete("P5-10").complete("P5-10").complete("P5-10");
        assertThat(person.ladder()).isEmpty();
    }

    private Case arrival(String shelter) {
        Map<String, Object> facts = new HashMap<>(Map.of("arrivalAt", "2026-11-16T15:30"));
        facts.put("shelter", shelter);
        return cases.stage("return-arrival", facts);
    }
}
