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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A return is registered, acknowledged to the sender and talked over with the person (P5-02, P5-03). */
@ProcessTest
@CoversProcess("return-request")
@TiraneTime("2026-11-02T10:00")
class ReturnRequestProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    Outbox outbox;

    @Test
    void aReferralFromAbroadIsRegisteredAndAcknowledgedWithin48Hours() {
        Case person = request("foreignReferral");
        assertThat(person.open()).containsExactly("P5-02 ra-secretariat");
        assertThat(person.due("P5-02")).isEqualTo(tirane("2026-11-04T10:00"));
        assertThat(posted(person)).isEmpty();
        person.complete("P5-02");
        assertThat(posted(person)).singleElement().satisfies(answer -> {
            assertThat(answer.path("messageType").asText()).isEqualTo("acknowledgement");
            assertThat(answer.path("recipient").asText()).isEqualTo("GBR");
            assertThat(answer.path("inReplyTo").asText()).isEqualTo("uk-1");
        });
    }

    @Test
    void aConsularPostsNoticeIsRegisteredWithinAWorkingDayAndNobodyAbroadIsWrittenTo() {
        Case person = request("consular");
        assertThat(person.due("P5-02")).isEqualTo(tirane("2026-11-03T10:00"));
        person.complete("P5-02");
        assertThat(posted(person)).isEmpty();
    }

    @Test
    void theConsularPostAsksWithinTwoWorkingDaysWhetherThePersonWantsToStayOrToReturn() {
        Case person = request("consular").complete("P5-02");
        assertThat(person.open()).containsExactly("P5-03 consular-posts");
        assertThat(person.due("P5-03")).isEqualTo(tirane("2026-11-04T10:00"));
        person.complete("P5-03", Map.of("returnWish", "stay"));
        assertThat(person.end()).isEqualTo("EndEvent_WishKnown");
        assertThat(person.fact("returnWish")).containsExactly("stay");
    }

    @Test
    void anUnregisteredReferralIsTheChairsConcern() {
        Case person = request("foreignReferral").miss("P5-02");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P5-02");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aPersonWhomNobodyAsksIsTheConcernOfTheConsularSeatAndThenTheSecretariat() {
        Case person = request("consular").complete("P5-02").miss("P5-03");
        assertThat(person.ladder()).containsExactly("E2 ra-seat.consular-directorate");
        person.miss("E2");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P5-03");
        assertThat(person.ladder()).isEmpty();
    }

    private Case request(String channel) {
        return cases.stage(
                "return-request", Map.of("channel", channel, "hostCountry", "GBR", "senderReference", "uk-1"));
    }

    private List<JsonNode> posted(Case person) {
        return outbox.waiting().stream()
                .filter(posted -> posted.path("caseNumber").asText().equals(person.number()))
                .map(posted -> posted.path("message"))
                .toList();
    }
}
