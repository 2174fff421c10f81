package al.nrm.online;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.platform.Caller;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Helplines, platforms and the clearing house hand in batches; each report becomes one case, the worst first. */
@ProcessTest
@TiraneTime("2026-11-02T10:00")
class OnlineReportsApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "A voice says a village's name";

    @Autowired
    OpenOnlineReports open;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Test
    void aBatchIsTakenInAndBecomesCasesInTheOrderOfHarm() throws JsonProcessingException {
        String batch = batchName();
        JsonNode answer = json(send(
                "state-police-cyber",
                report(batch + "-mild", Map.of("ageGroup", "adult")),
                report(batch + "-danger", Map.of("immediateDanger", true)),
                report(batch + "-child", Map.of("indicators", List.of("E08")))));
        assertThat(answer.toString()).isEqualTo("{\"taken\":3,\"joined\":0,\"known\":0,\"refused\":[]}");
        itIs("2026-11-02T10:05");
        open.open();
        List<String> cases = jdbc.queryForList(
                "select case_number from nrm_online_report where reporter = 'state-police-cyber' and case_number is not null"
                        + " order by case_number",
                String.class);
        List<Task> opened = cases.stream()
                .map(number -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult())
                .filter(task -> reference(task).startsWith(batch))
                .toList();
        assertThat(opened)
                .extracting(OnlineReportsApiTest.this::reference)
                .containsExactly(batch + "-danger", batch + "-child", batch + "-mild");
        assertThat(opened.get(0).getDueDate()).isEqualTo(tirane("2026-11-02T11:00"));
        assertThat(opened.get(1).getDueDate()).isEqualTo(tirane("2026-11-03T10:00"));
        assertThat(tasks.getVariables(opened.get(0).getId()))
                .containsEntry("reportingInstitution", "state-police-cyber")
                .containsEntry("narrative", SECRET)
                .containsEntry("sex", "unknown");
        assertThat(jdbc.queryForObject("select count(*) from nrm_online_report where waiting = true", Integer.class))
                .isZero();
    }

    @Test
    void aBatchThatIsSentAgainIsNotTakenTwice() throws JsonProcessingException {
        String batch = batchName();
        Object[] reports = {
            report(batch + "-1", Map.of()), report(batch + "-2", Map.of()), report(batch + "-1", Map.of())
        };
        assertThat(json(send("isigurt", reports)).toString()).startsWith("{\"taken\":2,\"joined\":0,\"known\":1,");
        assertThat(json(send("isigurt", reports)).toString()).startsWith("{\"taken\":0,\"joined\":0,\"known\":3,");
    }

    @Test
    void theSameMaterialIsJoinedWithinABatchAndAcross() throws JsonProcessingException {
        String batch = batchName();
        assertThat(json(send(
                                "isigurt",
                                report(batch + "-1", Map.of("hashes", List.of(batch, "other" + batch))),
                                report(batch + "-2", Map.of("hashes", List.of(batch))),
                                report(batch + "-3", Map.of("hashes", List.of("new" + batch, batch)))))
                        .toString())
                .startsWith("{\"taken\":1,\"joined\":2,\"known\":0,");
        assertThat(json(send(
                                "child-helpline",
                                report(batch + "-4", Map.of("hashes", List.of("new" + batch))),
                                report(batch + "-5", Map.of("hashes", "other" + batch))))
                        .toString())
                .startsWith("{\"taken\":0,\"joined\":2,\"known\":0,");
    }

    @Test
    void whatAloneTellsOfDangerDoesNotWaitBehindWhatIsKnown() throws JsonProcessingException {
        String batch = batchName();
        json(send("isigurt", report(batch + "-1", Map.of("hashes", List.of(batch)))));
        assertThat(json(send(
                                "child-helpline",
                                report(batch + "-2", Map.of("hashes", List.of(batch))),
                                report(batch + "-3", Map.of("hashes", List.of(batch), "immediateDanger", true))))
                        .toString())
                .as("the danger has a case, and the milder one joins it")
                .startsWith("{\"taken\":1,\"joined\":1,\"known\":0,");
        assertThat(json(send(
                                "child-helpline",
                                report(batch + "-4", Map.of("hashes", List.of(batch), "immediateDanger", true))))
                        .toString())
                .startsWith("{\"taken\":0,\"joined\":1,\"known\":0,");
    }

    @Test
    void aReportThatDoesNotFitIsRefusedByItsPlaceAndTheOthersAreTaken() throws JsonProcessingException {
        String batch = batchName();
        Map<String, Object> incomplete = new HashMap<>(report(batch + "-1", Map.of()));
        incomplete.remove("narrative");
        JsonNode answer = json(send(
                "isigurt",
                incomplete,
                report(batch + "-2", Map.of("ageGroup", "baby")),
                report(batch + "-3", Map.of("indicators", List.of("X99"))),
                report(batch + "-4", Map.of("hashes", Map.of("a", "b"))),
                report(batch + "-5", Map.of("narrative", "data:image/png;base64,iVBORw0K")),
                report(batch + "-6", Map.of("unknown", "field")),
                "no report"));
        assertThat(answer.path("taken").asInt()).isEqualTo(1);
        assertThat(answer.path("refused").findValuesAsText("place")).containsExactly("0", "1", "2", "3", "4", "6");
        assertThat(answer.path("refused").findValuesAsText("message"))
                .satisfiesExactly(
                        message -> assertThat(message).isEqualTo("narrative: required"),
                        message -> assertThat(message).startsWith("ageGroup: not one of the listed values"),
                        message -> assertThat(message).startsWith("indicators: has an entry that is not"),
                        message -> assertThat(message).startsWith("hashes: a value of this kind"),
                        message -> assertThat(message).startsWith("narrative: the material itself is never sent"),
                        message -> assertThat(message).startsWith("reports: each report is an object"));
    }

    @Test
    void whatWaitsLiesSealedAndIsGoneWhenItsCaseHoldsIt() throws JsonProcessingException {
        String batch = batchName();
        json(send("isigurt", report(batch, Map.of("hashes", List.of(batch)))));
        assertThat(stored()).doesNotContain(SECRET).doesNotContain(batch).contains("isigurt");
        assertThat(jdbc.queryForList("select content from nrm_online_report where waiting = true", byte[].class))
                .isNotEmpty()
                .allSatisfy(content -> assertThat(new String(content)).doesNotContain("village"));
        open.open();
        assertThat(jdbc.queryForList("select content from nrm_online_report where same_as is null", byte[].class))
                .isNotEmpty()
                .containsOnlyNulls();
    }

    @Test
    void theTrailTellsWhoHandedInHowMany() throws JsonProcessingException {
        json(send("child-helpline", report(batchName(), Map.of())));
        assertThat(jdbc.queryForList(
                        "select details from nrm_trail where chain = 'system' and kind = 'online-reports.taken'"
                                + " order by sequence desc",
                        String.class))
                .first()
                .isEqualTo(
                        "{\"joined\":\"0\",\"known\":\"0\",\"refused\":\"0\",\"reporter\":\"child-helpline\",\"taken\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nrcvt", "ra-secretariat", "auditor", "admin", "isigurt.lead", "health-services.vlore"})
    void nobodyElseMayHandInABatch(String user) throws JsonProcessingException {
        assertThat(send(user, report(batchName(), Map.of())).statusCode()).isEqualTo(403);
    }

    @Test
    void aStrangerIsAskedForAPassword() {
        assertThat(Caller.stranger(port).send("POST", "/online-reports", "{}").statusCode())
                .isEqualTo(401);
        assertThat(Caller.browser(port, "isigurt", "tasklist")
                        .send("POST", "/online-reports", "{\"reports\": []}")
                        .statusCode())
                .as("a session is nothing that a foreign page could ride on")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"reports": 1}                                         | 400 | reports
                    []                                                     | 400 | reports
                    {"reports": [                                          | 400 | JSON
                    {"reports": [], "reportingInstitution": "vatra"}       | 400 | reportingInstitution
                    """)
    void whatIsNoBatchIsRefusedAsAWhole(String body, int status, String names) {
        HttpResponse<String> answer = Caller.program(port, "isigurt", "demo").send("POST", "/online-reports", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("RequestRefused").contains(names);
    }

    @Test
    void moreThanTenThousandReportsAreSentInParts() throws JsonProcessingException {
        Object[] tooMany = Collections.nCopies(10_001, Map.of()).toArray();
        assertThat(send("isigurt", tooMany).statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> send(String user, Object... reports) throws JsonProcessingException {
        String body = JSON.writeValueAsString(Map.of("reports", Arrays.asList(reports)));
        return Caller.program(port, user, "demo").send("POST", "/online-reports", body);
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static Map<String, Object> report(String reference, Map<String, Object> facts) {
        Map<String, Object> report = new HashMap<>(Map.of(
                "reference",
                reference,
                "reportSource",
                "clearingHouse",
                "location",
                "https://a.example/" + reference,
                "ageGroup",
                "child",
                "immediateDanger",
                false,
                "narrative",
                SECRET));
        report.putAll(facts);
        return report;
    }

    private String reference(Task task) {
        return String.valueOf(tasks.getVariable(task.getId(), "reference"));
    }

    private String stored() {
        return jdbc.queryForList("select id, reporter, reference_mark, same_as, case_number from nrm_online_report")
                        .toString()
                + jdbc.queryForList("select * from nrm_online_hash");
    }

    private static String batchName() {
        return "batch" + UUID.randomUUID().toString().replace("-", "");
    }
}
