package al.nrm.reintegration;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** P4-09: the person is contacted at months 1, 3, 6, 12 and 24 after leaving the programme. */
@ProcessTest
@CoversProcess("follow-up")
@TiraneTime("2026-09-14T10:00")
class FollowUpProcessTest {

    @Autowired
    Cases cases;

    @Test
    void thePersonIsContactedAtMonthsOneThreeSixTwelveAndTwentyFourAfterTheExit() {
        Case person = cases.stage("follow-up", Map.of());
        List<Instant> contacts = new ArrayList<>();
        while (person.end() == null) {
            contacts.add(person.waitsUntil().get(0));
            person.letTimePass().complete("P4-09");
        }
        assertThat(contacts)
                .containsExactly(
                        tirane("2026-10-14T10:00"),
                        tirane("2026-12-14T10:00"),
                        tirane("2027-03-14T10:00"),
                        tirane("2027-09-14T10:00"),
                        tirane("2028-09-14T10:00"));
        assertThat(person.end()).isEqualTo("EndEvent_FollowUpDone");
    }

    @Test
    void aMonthThatIsTooShortEndsWithItsLastDay() {
        Cases.itIs("2027-01-31T10:00");
        assertThat(cases.stage("follow-up", Map.of()).waitsUntil()).containsExactly(tirane("2027-03-01T00:00"));
    }

    @Test
    void aContactThatIsMadeLateDoesNotMoveTheNextOne() {
        Case person = cases.stage("follow-up", Map.of());
        Cases.itIs("2026-10-20T10:00");
        person.letTimePass();
        assertThat(person.open()).containsExactly("P4-09 state-social-service-regional.tirane");
        assertThat(person.due("P4-09")).isEqualTo(tirane("2026-10-27T10:00"));
        Cases.itIs("2026-11-02T10:00");
        person.complete("P4-09", Map.of("personSituation", "notReached"));
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-12-14T10:00"));
    }

    @Test
    void furtherServicesCanBeAskedForAndTheContactsGoOn() {
        Case person = cases.stage("follow-up", Map.of()).letTimePass();
        person.complete("P4-09", Map.of("personSituation", "needsServices", "requestedServices", List.of("legalAid")));
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-12-14T10:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "traffickedAgain, EndEvent_TraffickedAgain",
        "lostContact,     EndEvent_PersonGone",
        "gone,            EndEvent_PersonGone"
    })
    void whoIsTraffickedAgainOrGoneIsNotContactedAnyMore(String situation, String end) {
        Case person = cases.stage("follow-up", Map.of()).letTimePass();
        person.complete("P4-09", Map.of("personSituation", situation));
        assertThat(person.end()).isEqualTo(end);
        assertThat(person.running()).isEmpty();
    }

    @Test
    void aMissedContactReachesTheSupervisor() {
        Case person = cases.stage("follow-up", Map.of()).letTimePass().miss("P4-09");
        assertThat(person.ladder()).containsExactly("E1 state-social-service-regional.tirane.lead");
        person.complete("P4-09");
        assertThat(person.ladder()).isEmpty();
    }
}
