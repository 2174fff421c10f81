package al.nrm.returns;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sender hears of the arrival, and after months 1, 3 and 6 (P5-13). */
@ProcessTest
@CoversProcess("return-feedback")
@TiraneTime("2026-11-02T10:00")
class ReturnFeedbackProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Outbox outbox;

    @Test
    void theSenderHearsOfTheArrivalWithin24Hours() {
        Case person = feedback();
        assertThat(person.open()).containsExactly("P5-13 ra-secretariat");
        assertThat(person.due("P5-13")).isEqualTo(tirane("2026-11-03T09:00"));
        person.complete("P5-13", Map.of("feedback", "Arrived safely."));
        assertThat(posted(person)).singleElement().satisfies(report -> {
            assertThat(report.path("messageType").asText()).isEqualTo("handover");
            assertThat(report.path("inReplyTo").asText()).isEqualTo("uk-1");
            assertThat(report.path("cas_IncomingReferralDetails").asText()).isEqualTo("Arrived safely.");
        });
    }

    @Test
    void andAfterOneThreeAndSixMonthsCountedFromTheArrivalAndFromNothingElse() {
        Case person = feedback().complete("P5-13");
        for (int month = 1; month <= 6; month++) {
            assertThat(person.waitsUntil()).containsExactly(tirane(local(month)));
            itIs(local(month));
            person.letTimePass();
            if (month == 1 || month == 3 || month == 6) {
                assertThat(person.open()).containsExactly("P5-13 ra-secretariat");
                // A late report moves none of those that follow.
                itIs(local(month).replace("T10:00", "T18:00"));
                person.complete("P5-13");
            } else {
                assertThat(person.open()).isEmpty();
            }
        }
        assertThat(person.end()).isEqualTo("EndEvent_FeedbackEnded");
        assertThat(posted(person)).hasSize(4);
    }

    @Test
    void aReportThatDoesNotGoOutIsTheChairsConcern() {
        Case person = feedback().miss("P5-13");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P5-13").letTimePass().miss("P5-13");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P5-13");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void feedbackEndsWithTheCase() {
        Case person = feedback().complete("P5-13");
        runtime.createMessageCorrelation("referral.closed")
                .processInstanceBusinessKey(person.number())
                .correlateAll();
        assertThat(person.end()).isEqualTo("EndEvent_EndedWithCase");
        assertThat(person.waits()).isEmpty();
    }

    private Case feedback() {
        Map<String, Object> facts =
                new HashMap<>(Map.of("hostCountry", "GBR", "senderReference", "uk-1", "arrivalAt", "2026-11-02T09:00"));
        facts.put("consentShareWithSender", true);
        return cases.stage("return-feedback", facts);
    }

    private static String local(int month) {
        return LocalDate.of(2026, 11, 2).plusMonths(month) + "T10:00";
    }

    private List<JsonNode> posted(Case person) {
        return outbox.waiting().stream()
                .filter(posted -> posted.path("caseNumber").asText().equals(person.number()))
                .map(posted -> posted.path("message"))
                .toList();
    }
}
