package al.nrm.returns;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A foreign person goes home: told first how to stay, then referred, then accompanied (P5-11, P5-12). */
@ProcessTest
@CoversProcess("outgoing-return")
@TiraneTime("2026-11-02T10:00")
class OutgoingReturnProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Outbox outbox;

    @Test
    void theForeignMinistryActsOnlyWhenThePermitOptionsAreExplainedAndTheConsentIsWritten() {
        Case person = wished();
        assertThat(person.open()).containsExactly("P5-12 nrcvt");
        agreed(person);
        assertThat(person.open()).containsExactly("P5-11 consular-directorate");
        assertThat(person.due("P5-11")).isEqualTo(tirane("2026-11-09T10:00"));
    }

    @Test
    void whoDoesNotAgreeStaysInAlbania() {
        Case person = wished().complete("P5-12").complete("P5-05");
        person.complete("P5-07", Map.of("returnConsent", false));
        assertThat(person.end()).isEqualTo("EndEvent_StaysInAlbania");
        assertThat(posted(person)).isEmpty();
    }

    @Test
    void theReferralSaysWhoThePersonIsOnlyWhereThePersonHasAgreedToThat() {
        Case open = agreed(wished()).complete("P5-11");
        assertThat(posted(open)).singleElement().satisfies(referral -> {
            assertThat(referral.path("messageType").asText()).isEqualTo("referral");
            assertThat(referral.path("nrm_FullName").asText()).isEqualTo("Ana Testi");
            assertThat(referral.path("prs_Birthdate").asText()).isEqualTo("1999-05-04");
        });
        Case silent = wished().complete("P5-12").complete("P5-05");
        silent.complete("P5-07", Map.of("consentShareWithSender", false)).complete("P5-11");
        assertThat(posted(silent)).singleElement().satisfies(referral -> {
            assertThat(referral.has("nrm_FullName")).isFalse();
            assertThat(referral.has("prs_Birthdate")).isFalse();
            assertThat(referral.path("prs_Nationality").asText()).isEqualTo("SYR");
        });
    }

    @Test
    void thePersonIsAccompaniedAndHandedOverAbroad() {
        Case person = agreed(wished()).complete("P5-11").letTimePass().complete("P5-11");
        person.complete("P5-07", Map.of("arrivalAt", "2026-11-20T12:00"));
        assertThat(person.open()).containsExactly("P5-10 iom");
        assertThat(person.due("P5-10")).isEqualTo(tirane("2026-11-20T14:00"));
        person.complete("P5-10");
        assertThat(person.end()).isEqualTo("EndEvent_PersonReturned");
    }

    @Test
    void aWithdrawnConsentCallsOffTheJourneyAndTellsTheFocalPointAbroad() {
        Case person = agreed(wished())
                .complete("P5-11")
                .letTimePass()
                .complete("P5-11")
                .complete("P5-07");
        withdrawn(person, "nrcvt");
        assertThat(person.open()).containsExactly("P5-07 iom");
        assertThat(posted(person))
                .extracting(message -> message.path("messageType").asText())
                .containsExactlyInAnyOrder("referral", "withdrawal");
        person.complete("P5-07");
        assertThat(person.end()).isEqualTo("EndEvent_ReturnCalledOff");
    }

    @Test
    void aCaseThatClosesCallsTheReturnOffAsWell() {
        Case person = agreed(wished()).complete("P5-11");
        runtime.createMessageCorrelation("referral.closed")
                .processInstanceBusinessKey(person.number())
                .correlateAll();
        assertThat(person.end()).isEqualTo("EndEvent_EndedWithCase");
        assertThat(posted(person)).hasSize(2);
    }

    @Test
    void whatIsLateClimbs() {
        Case person = agreed(wished()).miss("P5-11");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P5-11")
                .letTimePass()
                .complete("P5-11")
                .complete("P5-07")
                .miss("P5-10");
        assertThat(person.ladder()).containsExactly("E2 ra-seat.shelters-coalition");
        person.complete("P5-10");
        assertThat(person.ladder()).isEmpty();
    }

    private Case wished() {
        return cases.stage("outgoing-return", Map.of("nationality", "SYR"));
    }

    private static Case agreed(Case person) {
        return person.complete("P5-12").complete("P5-05").complete("P5-07");
    }

    private Case withdrawn(Case person, String by) {
        cases.start("return-withdrawal", by, Map.of("caseNumber", person.number()));
        return person;
    }

    private List<JsonNode> posted(Case person) {
        return outbox.waiting().stream()
                .filter(posted -> posted.path("caseNumber").asText().equals(person.number()))
                .map(posted -> posted.path("message"))
                .toList();
    }
}
