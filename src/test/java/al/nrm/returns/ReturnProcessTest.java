package al.nrm.returns;

import static al.nrm.Cases.itIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person returns from abroad: the case from the notice to its end (P5-01 to P5-14, then the referral). */
@ProcessTest
@CoversProcess("return")
@TiraneTime("2026-11-02T10:00")
class ReturnProcessTest {

    @Autowired
    Cases cases;

    @Test
    void aConsularPostTellsTheAuthorityAtOnceAndTheCaseHasItsNumber() {
        Case person = reported("consular-posts", Map.of("channel", "consular"));
        assertThat(person.number()).matches("NRM-2026-\\d{6}");
        assertThat(person.open()).containsExactly("P5-02 ra-secretariat");
        assertThat(person.fact("reportingInstitution")).containsExactly("consular-posts");
        assertThat(person.fact("firstResponder")).containsExactly("border-police.durres");
    }

    @Test
    void whoWantsToStayIsHelpedThereAndTheCaseEnds() {
        Case person =
                reported("consular-posts", Map.of()).complete("P5-02").complete("P5-03", Map.of("returnWish", "stay"));
        assertThat(person.end()).isEqualTo("EndEvent_StaysAbroad");
        assertThat(person.fact("closureReason")).containsExactly("transferred");
    }

    @Test
    void whoWasIdentifiedAbroadIsNotScreenedAgainAndWhoIsInAShelterIsNotPlacedAgain() {
        Case person = arrived(Map.of());
        assertThat(person.open()).containsExactly("P1-05 vatra", "P5-13 ra-secretariat");
        person.complete("P1-05");
        person.complete("P1-07", Map.of("shelterNeeded", true));
        assertThat(person.open()).contains("P3-05 vatra").noneMatch(task -> task.startsWith("P3-01"));
        assertThat(person.fact("shelter")).containsExactly("vatra");
        assertThat(person.fact("caseManager")).contains("vatra");
    }

    @Test
    void whoWasNotIdentifiedAbroadIsScreenedByTheShelterThatReceives() {
        Case person = arrived(Map.of("screeningResult", "none"));
        assertThat(person.open()).containsExactly("P1-04 vatra", "P5-13 ra-secretariat");
    }

    @Test
    void returnsThatComeUnannouncedAreScreenedAtOnceAndRecorded() {
        Case person = cases.start("return", "border-police.kukes", Map.of("channel", "border", "county", "kukes"));
        assertThat(person.open()).containsExactly("P1-04 border-police.kukes", "P5-14 border-police.kukes");
        person.complete("P1-04").complete("P1-11");
        assertThat(person.end()).isEqualTo("EndEvent_ReturnEnded");
        assertThat(person.open()).containsExactly("P5-14 border-police.kukes");
    }

    @Test
    void whatTheBorderPoliceReportIsAReturnWithoutNoticeWhateverIsTicked() {
        Case person = reported("border-police.durres", Map.of("channel", "consular"));
        assertThat(person.open()).containsExactly("P1-04 border-police.durres", "P5-14 border-police.durres");
    }

    @Test
    void aReturnWithdrawnDuringTheRequestIsCalledOff() {
        Case person = reported("consular-posts", Map.of());
        cases.start("return-withdrawal", "ra-secretariat", Map.of("caseNumber", person.number()));
        assertThat(person.end()).isEqualTo("EndEvent_ReturnCalledOff");
        assertThat(person.fact("closureReason")).containsExactly("withdrew");
    }

    @Test
    void aReturnWithdrawnOnTheWayIsCalledOffWithItsBookings() {
        Case person = onTheWay(Map.of());
        cases.start("return-withdrawal", "iom", Map.of("caseNumber", person.number()));
        person.complete("P5-07").complete("P5-07").complete("P5-07");
        assertThat(person.end()).isEqualTo("EndEvent_ReturnCalledOff");
    }

    @Test
    void theReportOfTheReturnStaysTheBeginningOfTheCase() {
        Case person = reported("consular-posts", Map.of());
        Object first = person.fact("reportedAt").get(0);
        itIs("2026-11-10T10:00");
        assertThat(arrive(person, Map.of()).fact("reportedAt")).containsExactly(first);
    }

    @Test
    void anInstitutionThatDealsWithNoReturnsBeginsNone() {
        assertThatThrownBy(() -> reported("schools.tirane", Map.of())).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void whoWorksForSeveralChooses() {
        String person = cases.memberOf("iom", "consular-posts");
        assertThatThrownBy(() -> reported(person, Map.of())).hasMessageContaining("reportingInstitution");
        assertThat(reported(person, Map.of("reportingInstitution", "iom")).fact("reportingInstitution"))
                .containsExactly("iom");
    }

    private Case reported(String by, Map<String, Object> facts) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("county", "durres", "nationality", "ALB", "hostCountry", "GBR"));
        fields.putAll(facts);
        return cases.start("return", by, fields);
    }

    private Case onTheWay(Map<String, Object> registered) {
        return travel(reported("consular-posts", Map.of()), registered);
    }

    private Case arrived(Map<String, Object> registered) {
        return arrive(reported("consular-posts", Map.of()), registered);
    }

    private static Case travel(Case person, Map<String, Object> registered) {
        person.complete("P5-02", registered)
                .complete("P5-03")
                .complete("P5-08")
                .complete("P5-04")
                .complete("P5-05");
        person.complete("P5-07").complete("P5-07", Map.of("arrivalAt", "2026-11-16T15:30"));
        return person.complete("P5-09", Map.of("shelter", "vatra")).complete("P5-09");
    }

    private static Case arrive(Case person, Map<String, Object> registered) {
        return travel(person, registered).complete("P5-10").complete("P5-10").complete("P5-10");
    }
}
