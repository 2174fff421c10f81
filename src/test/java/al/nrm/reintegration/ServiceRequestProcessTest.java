package al.nrm.reintegration;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.FormRefused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** P4-01 to P4-06: one institution is asked for one service; it answers, or its silence climbs. */
@ProcessTest
@CoversProcess("service-request")
@TiraneTime("2026-09-14T10:00")
class ServiceRequestProcessTest {

    @Autowired
    Cases cases;

    @ParameterizedTest
    @CsvSource({
        "healthCard,  P4-02, health-ministry,            2026-09-28T10:00",
        "school,      P4-03, education-ministry,         2026-09-21T10:00",
        "jobTraining, P4-04, employment-agency.tirane,   2026-09-28T10:00",
        "economicAid, P4-05, municipality-social.tirane, 2026-09-29T00:00",
        "housing,     P4-06, municipality-social.tirane, 2026-10-14T10:00",
        "legalAid,    P4-01, legal-aid-directorate,      2026-09-28T10:00",
        "psychosocial,P4-01, vatra,                      2026-09-28T10:00"
    })
    void eachServiceIsAskedOfTheInstitutionThatOwesItWithItsOwnClock(
            String service, String step, String provider, String due) {
        Case person = request(service, provider);
        assertThat(person.open()).containsExactly(step + " " + provider);
        assertThat(person.due(step)).isEqualTo(tirane(due));
        person.complete(step);
        assertThat(person.end()).isEqualTo("EndEvent_RequestAnswered");
        assertThat(person.fact("serviceAnswer")).containsExactly("delivered");
    }

    @Test
    void economicAidCountsFromTheDayOnWhichThePersonLeavesTheInstitution() {
        Case person = cases.stage(
                "service-request", facts("economicAid", "municipality-social.tirane", "exitOn", "2026-10-01"));
        assertThat(person.due("P4-05")).isEqualTo(tirane("2026-10-15T00:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "noLongerNeeded"})
    void whatIsDeliveredOrNoLongerNeededTakesNoReasons(String answer) {
        Case person = request("school", "education-ministry").complete("P4-03", Map.of("serviceAnswer", answer));
        assertThat(person.end()).isEqualTo("EndEvent_RequestAnswered");
        assertThat(person.fact("serviceAnswer")).containsExactly(answer);
    }

    @Test
    void aRefusalNeedsItsReasons() {
        Case person = request("housing", "municipality-social.tirane");
        assertThatThrownBy(() -> person.complete("P4-06", Map.of("serviceAnswer", "refused", "serviceReasons", "")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("serviceReasons");
        person.complete("P4-06", Map.of("serviceAnswer", "refused", "serviceReasons", "The list is full."));
        assertThat(person.fact("serviceReasons")).containsExactly("The list is full.");
    }

    @ParameterizedTest
    @CsvSource({
        "healthCard,   P4-02, health-ministry,          health-ministry",
        "school,       P4-03, education-ministry,       education-ministry",
        "jobTraining,  P4-04, employment-agency.tirane, employment-agency",
        "psychosocial, P4-01, vatra,                    shelters-coalition"
    })
    void silenceClimbsToTheSeatAndAWeekLaterToTheAuthoritysAgenda(
            String service, String step, String provider, String seat) {
        Case person = request(service, provider).miss(step);
        assertThat(person.ladder()).containsExactly("E2 ra-seat." + seat);
        assertThat(person.due("E2")).isEqualTo(tirane("2026-09-21T10:00"));
        person.miss("E2");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete(step);
        assertThat(person.ladder()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"economicAid, P4-05", "housing, P4-06"})
    void aSilentMunicipalityIsReportedToItsSupervisorAndThenToTheSecretariat(String service, String step) {
        Case person = request(service, "municipality-social.tirane").miss(step);
        assertThat(person.ladder()).containsExactly("E1 municipality-social.tirane.lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
    }

    @Test
    void anInstitutionWithoutASeatIsReportedToTheSecretariat() {
        Case person = request("legalAid", "legal-aid-directorate").miss("P4-01");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
    }

    /** Monitors: very few become official victims, and services were kept for those who do. */
    @ParameterizedTest
    @ValueSource(strings = {"potential", "victim"})
    void servicesAreNeverGatedOnTheOfficialStatus(String status) {
        Case person =
                cases.stage("service-request", facts("healthCard", "health-ministry", "identificationStatus", status));
        assertThat(person.open()).containsExactly("P4-02 health-ministry");
        assertThat(person.complete("P4-02").fact("serviceAnswer")).containsExactly("delivered");
    }

    private Case request(String service, String provider) {
        return cases.stage("service-request", facts(service, provider, "serviceWish", "As agreed in the plan."));
    }

    private static Map<String, Object> facts(String service, String provider, String more, String value) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "service", service, "serviceProvider", provider, "exitOn", "2026-09-15", "serviceWish", "Please."));
        facts.put(more, value);
        return facts;
    }
}
