package al.nrm.returns;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.platform.Caller;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The gateway, and nobody else, brings what focal points abroad send, each message once, and carries away what is for them. */
@ProcessTest
class TransnationalApiTest {

    private static final String MESSAGES = "/transnational/messages";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private Caller gateway;

    @BeforeEach
    void connect() {
        gateway = Caller.program(port, "transnational-gateway", "demo");
    }

    @Test
    void aReferralFromAbroadBeginsACase() {
        Case person = taken(referral());
        assertThat(person.open()).containsExactly("P5-02 ra-secretariat");
        assertThat(person.fact("channel")).containsExactly("foreignReferral");
        assertThat(person.fact("nationality")).containsExactly("ALB");
        assertThat(person.fact("sex")).containsExactly("female");
        assertThat(person.fact("fullName")).containsExactly("Mira Shembulli");
        assertThat(person.fact("hostCountry")).containsExactly("GBR");
    }

    @Test
    void aChildOfWhomNothingIsSaidIsTakenForAlone() {
        assertThat(taken(referral().put("nrm_AgeGroup", "child")).fact("unaccompanied"))
                .containsExactly(true);
    }

    @Test
    void theSameMessageAgainHasTheSameAnswerAndBeginsNoSecondCase() {
        ObjectNode referral = referral();
        HttpResponse<String> first = post(referral);
        long begun = returns();
        HttpResponse<String> again = post(referral);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(returns()).isEqualTo(begun);
    }

    @Test
    void anotherMessageUnderTheSameNumberIsRefused() {
        ObjectNode referral = referral();
        post(referral);
        HttpResponse<String> other = post(referral.put("cas_IncomingReferralDetails", "Something else."));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("messageId").doesNotContain("Something else.");
    }

    @ParameterizedTest
    @CsvSource({
        "nrm_County, Planted, nrm_County",
        "nrm_County, atlantis, county",
        "nrm_County, , nrm_County",
        "prs_Gender, Planted, prs_Gender",
        "prs_Nationality, QQ, prs_Nationality",
        "prs_Birthdate, 1999-02-31, dateOfBirth",
        "messageType, planted, messageType",
        "sender, ALB, recipient",
        "recipient, GBR, recipient",
        "sentAt, yesterday, sentAt",
        "cas_IncomingReferralDetails, , cas_IncomingReferralDetails",
        "plantedField, x, not defined"
    })
    void aBadMessageIsRefusedWithTheNameOfItsFieldAndIsNotRepeated(String field, String value, String named) {
        ObjectNode referral = referral();
        long begun = returns();
        HttpResponse<String> refused =
                post(value == null ? referral.without(List.of(field)) : referral.put(field, value));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(named)
                .doesNotContainIgnoringCase("planted")
                .doesNotContain("atlantis");
        assertThat(returns()).isEqualTo(begun);
        assertThat(stored(referral)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "planted", "[]", "{\"messageId\": \"a\", \"messageId\": \"b\"}", "{\"messageId\": {}}"})
    void whatIsNoMessageIsRefused(String body) {
        HttpResponse<String> refused = gateway.post(MESSAGES, body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("planted");
    }

    @Test
    void aMessageThatIsTooLongIsRefused() {
        assertThat(post(referral().put("nrm_SafeContactRule", "x".repeat(70_000)))
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ra-secretariat", "consular-directorate", "admin", "auditor", "vatra"})
    void nobodyElseComesInByThisDoor(String user) {
        Caller other = Caller.program(port, user, "demo");
        assertThat(other.post(MESSAGES, "{}").statusCode()).isEqualTo(403);
        assertThat(other.get("/transnational/outbox").statusCode()).isEqualTo(403);
        assertThat(Caller.stranger(port).get("/transnational/outbox").statusCode())
                .isEqualTo(401);
    }

    @Test
    void theAcknowledgementWaitsInTheOutboxUntilTheGatewayHasCarriedItAway() {
        ObjectNode referral = referral();
        Case person = taken(referral);
        person.complete("P5-02");
        JsonNode answer = outbox(person).get(0);
        assertThat(answer.path("inReplyTo").asText())
                .isEqualTo(referral.path("messageId").asText());
        assertThat(outbox(person)).hasSize(1);
        String delivered = "/transnational/outbox/" + answer.path("messageId").asText() + "/delivered";
        assertThat(gateway.post(delivered, "").statusCode()).isEqualTo(204);
        assertThat(gateway.post(delivered, "").statusCode()).isEqualTo(204);
        assertThat(outbox(person)).isEmpty();
        assertThat(gateway.post("/transnational/outbox/none/delivered", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void messagesLieSealedAndTheTrailTellsThatTheyCameAndWent() {
        Case person = taken(referral());
        person.complete("P5-02");
        gateway.get("/transnational/outbox");
        assertThat(jdbc.queryForList(
                        "select body from nrm_transnational_message where case_number = ?",
                        byte[].class,
                        person.number()))
                .hasSize(2)
                .noneMatch(body -> new String(body, StandardCharsets.ISO_8859_1).contains("Shembulli"));
        assertThat(jdbc.queryForList("select kind from nrm_trail where case_number = ?", String.class, person.number()))
                .contains("message.received", "message.posted", "case.read");
    }

    @Test
    void anAcknowledgedReferralOfOursNeedsNobodyToAsk() {
        Case person = cases.stage("outgoing-return", Map.of("nationality", "SYR"));
        person.complete("P5-12").complete("P5-05").complete("P5-07").complete("P5-11", Map.of("hostCountry", "GBR"));
        String ours = outbox(person).get(0).path("messageId").asText();
        assertThat(person.waits()).hasSize(1);
        assertThat(post(message("acknowledgement").put("inReplyTo", ours)).statusCode())
                .isEqualTo(200);
        assertThat(person.waits()).isEmpty();
        assertThat(person.open()).containsExactly("P5-07 iom");
    }

    @Test
    void nobodyAnswersAMessageThatWasNotSentToThem() {
        Case person = cases.stage("outgoing-return", Map.of("nationality", "SYR"));
        person.complete("P5-12").complete("P5-05").complete("P5-07").complete("P5-11", Map.of("hostCountry", "GBR"));
        String ours = outbox(person).get(0).path("messageId").asText();
        assertThat(post(message("acknowledgement").put("sender", "ITA").put("inReplyTo", ours))
                        .statusCode())
                .isEqualTo(409);
        assertThat(person.waits()).hasSize(1);
    }

    @Test
    void aReferralThatIsWithdrawnAbroadStopsTheReturn() {
        ObjectNode referral = referral();
        Case person = taken(referral);
        post(message("withdrawal").put("inReplyTo", referral.path("messageId").asText()));
        assertThat(person.end()).isEqualTo("EndEvent_ReturnCalledOff");
    }

    @Test
    void reportsFromAbroadAreShownInTheOrderInWhichTheyWereSent() {
        Case person = cases.stage("outgoing-return", Map.of("nationality", "SYR"));
        person.complete("P5-12").complete("P5-05").complete("P5-07").complete("P5-11", Map.of("hostCountry", "GBR"));
        String ours = outbox(person).get(0).path("messageId").asText();
        post(message("report")
                .put("inReplyTo", ours)
                .put("sentAt", "2026-11-05T08:00:00Z")
                .put("cas_IncomingReferralDetails", "Second."));
        post(message("handover")
                .put("inReplyTo", ours)
                .put("sentAt", "2026-11-04T08:00:00Z")
                .put("cas_IncomingReferralDetails", "First."));
        assertThat(runtime.getVariable(person.root(), "reportFromAbroad")).isEqualTo("First.\n\nSecond.");
    }

    /** Any order and repetition of deliveries ends in the same state, each being sent again until it is taken. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void anyOrderAndRepetitionOfDeliveriesEndsInTheSameState(long seed) throws JsonProcessingException {
        ObjectNode referral = referral();
        String number = referral.path("messageId").asText();
        List<ObjectNode> sent = new ArrayList<>(List.of(
                referral,
                message("report").put("inReplyTo", number).put("cas_IncomingReferralDetails", "One."),
                message("handover").put("inReplyTo", number).put("cas_IncomingReferralDetails", "Two."),
                message("withdrawal").put("inReplyTo", number)));
        sent.addAll(List.copyOf(sent));
        Collections.shuffle(sent, new Random(seed));
        Deque<ObjectNode> deliveries = new ArrayDeque<>(sent);
        Set<String> answers = new HashSet<>();
        for (int tries = 0; !deliveries.isEmpty(); tries++) {
            assertThat(tries).isLessThan(100);
            ObjectNode next = deliveries.poll();
            HttpResponse<String> answer = post(next);
            if (answer.statusCode() == 200) {
                answers.add(JSON.readTree(answer.body()).path("caseNumber").asText());
            } else {
                assertThat(answer.statusCode()).isEqualTo(409);
                deliveries.add(next);
            }
        }
        assertThat(answers).hasSize(1);
        Case person = caseOf(answers.iterator().next());
        assertThat(person.end()).isEqualTo("EndEvent_ReturnCalledOff");
        assertThat(jdbc.queryForList(
                        "select message_type from nrm_transnational_message where case_number = ? order by message_type",
                        String.class,
                        person.number()))
                .containsExactly("handover", "referral", "report", "withdrawal");
    }

    private Case taken(ObjectNode message) {
        HttpResponse<String> answer = post(message);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return caseOf(JSON.readTree(answer.body()).path("caseNumber").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private Case caseOf(String number) {
        HistoricProcessInstance root = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(ReturnProcess.KEY)
                .singleResult();
        return new Case(cases, root.getId(), number);
    }

    private long returns() {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(ReturnProcess.KEY)
                .count();
    }

    private int stored(ObjectNode message) {
        return jdbc.queryForObject(
                "select count(*) from nrm_transnational_message where message_id = ?",
                Integer.class,
                message.path("messageId").asText());
    }

    private HttpResponse<String> post(ObjectNode message) {
        return gateway.post(MESSAGES, message.toString());
    }

    private List<JsonNode> outbox(Case person) {
        try {
            JsonNode waiting =
                    JSON.readTree(gateway.get("/transnational/outbox").body());
            return StreamSupport.stream(waiting.spliterator(), false)
                    .filter(posted -> posted.path("caseNumber").asText().equals(person.number()))
                    .map(posted -> posted.path("message"))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode message(String type) {
        return JSON.createObjectNode()
                .put("messageId", UUID.randomUUID().toString())
                .put("messageType", type)
                .put("sender", "GBR")
                .put("recipient", "ALB")
                .put("sentAt", "2026-11-02T09:00:00Z");
    }

    private static ObjectNode referral() {
        return message("referral")
                .put("prs_FirstName", "Mira")
                .put("prs_SecondName", "Shembulli")
                .put("prs_Birthdate", "1999-05-04")
                .put("prs_Gender", "Female")
                .put("prs_Nationality", "AL")
                .put("nrm_AgeGroup", "adult")
                .put("nrm_County", "durres")
                .put("cas_ReferringPrimaryCaseWorker", "Case worker of the foreign mechanism")
                .put("cas_IncomingReferralDetails", "Found in a car wash.");
    }
}
