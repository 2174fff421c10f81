package al.nrm.returns;

import static al.nrm.Cases.itIs;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the papers to the meeting on arrival, and back where the person no longer wants to go (P5-04 to P5-10). */
@ProcessTest
@CoversProcess("return-journey")
@TiraneTime("2026-11-02T10:00")
class ReturnJourneyProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Test
    void aSafePlaceIsSoughtAtOnceBesideThePapers() {
        assertThat(journey().open())
                .containsExactly(
                        "P5-04 consular-posts", "P5-05 state-social-service-regional.tirane", "P5-08 consular-posts");
    }

    @Test
    void nothingIsBookedBeforeTheConsent() {
        Case person = journey().complete("P5-08").complete("P5-04").complete("P5-05");
        assertThat(person.open()).containsExactly("P5-07 consular-posts");
        person.complete("P5-07");
        assertThat(person.open()).containsExactly("P5-07 iom");
    }

    @Test
    void whoArrivesIsHandedOverAndAPlaceThatWasNeverFoundAbroadHoldsNothingUp() {
        Case person = journey();
        planned(person);
        person.complete("P5-10").complete("P5-10").complete("P5-10");
        assertThat(person.end()).isEqualTo("EndEvent_Arrived");
        assertThat(person.running()).isEmpty();
    }

    @Test
    void whoDoesNotConsentKeepsNothingBooked() {
        Case person = journey().complete("P5-08", Map.of("accommodationBooking", "Room with a charity."));
        person.complete("P5-04").complete("P5-05").complete("P5-07", Map.of("returnConsent", false));
        assertThat(person.open()).containsExactly("P5-07 consular-posts");
        assertThat(runtime.getVariable(person.task("P5-07").getProcessInstanceId(), "booking"))
                .isEqualTo("Room with a charity.");
        itIs("2026-11-03T10:00");
        person.complete("P5-07");
        assertThat(person.end()).isEqualTo("EndEvent_CalledOff");
    }

    @Test
    void aConsentWithdrawnAfterAllIsBookedCallsEachBookingOffByWhoeverMadeIt() {
        Case person = journey().complete("P5-08");
        planned(person);
        assertThat(person.open()).contains("P5-10 iom");
        withdrawn(person, "vatra");
        assertThat(person.open()).containsExactly("P5-07 consular-posts", "P5-07 iom", "P5-07 ra-secretariat");
        itIs("2026-11-03T10:00");
        person.complete("P5-07").complete("P5-07").complete("P5-07");
        assertThat(person.end()).isEqualTo("EndEvent_AllCalledOff");
        assertThat(person.running()).isEmpty();
    }

    @Test
    void aConsentWithdrawnBeforeAnythingIsBookedJustEndsTheReturn() {
        Case person = journey().complete("P5-04");
        withdrawn(person, "consular-posts");
        assertThat(person.open()).isEmpty();
        assertThat(person.end()).isEqualTo("EndEvent_AllCalledOff");
    }

    @Test
    void onlyWhatHasBeenBookedIsCalledOff() {
        Case person =
                journey().complete("P5-04").complete("P5-05").complete("P5-07").complete("P5-07");
        assertThat(person.open()).containsExactly("P5-08 consular-posts", "P5-09 ra-secretariat");
        withdrawn(person, "iom");
        assertThat(person.open()).containsExactly("P5-07 iom");
    }

    @Test
    void whoIsNotThereOnArrivalHasNothingBookedAnyMore() {
        Case person = journey().complete("P5-08");
        planned(person);
        person.completeAs("P5-10", "border-police.tirane", Map.of("personArrived", false));
        person.complete("P5-10").complete("P5-10");
        assertThat(person.open()).containsExactly("P5-07 consular-posts", "P5-07 iom", "P5-07 ra-secretariat");
    }

    private Case journey() {
        Map<String, Object> facts = new HashMap<>(
                Map.of("hostCountry", "GBR", "familyContactAllowed", true, "firstResponder", "border-police.tirane"));
        return cases.stage("return-journey", facts);
    }

    private static void planned(Case person) {
        person.complete("P5-04").complete("P5-05").complete("P5-07");
        person.complete("P5-07", Map.of("arrivalAt", "2026-11-16T15:30"));
        person.complete("P5-09", Map.of("shelter", "vatra")).complete("P5-09");
    }

    private Case withdrawn(Case person, String by) {
        cases.start("return-withdrawal", by, Map.of("caseNumber", person.number()));
        return person;
    }
}
