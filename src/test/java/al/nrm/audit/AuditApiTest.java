package al.nrm.audit;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.platform.Caller;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The auditor, and nobody else, sees what happened to a case and who read it, takes it away, seals and verifies. */
@ProcessTest
class AuditApiTest {

    private static final String OFFICER = "state-police.tirane";

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Workers workers;

    @LocalServerPort
    private int port;

    private Case person;
    private Caller auditor;

    @BeforeEach
    void report() {
        person = cases.report(OFFICER, Map.of("narrative", "Planted by the lake."));
        auditor = Caller.program(port, "auditor", "demo");
    }

    @Test
    void theTrailOfACaseTellsChangesAndReadsInTheirOrder() throws JsonProcessingException {
        Caller.program(port, OFFICER, "demo")
                .get("/engine-rest/task/" + person.task("P1-04").getId() + "/form-variables");
        JsonNode rows = json(auditor.get("/audit/cases/" + person.number() + "/trail?size=500"));

        assertThat(rows.findValuesAsText("at")).isSorted();
        assertThat(rows.findValuesAsText("kind")).contains("process.started", "task.created", "case.read");
        assertThat(StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> row.path("kind").asText().equals("case.read")))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.path("who").asText()).isEqualTo(OFFICER);
                    assertThat(read.path("worker").asText()).isEqualTo(workers.pseudonym(OFFICER));
                    assertThat(read.path("details").path("shown").asText()).contains("narrative");
                });
        assertThat(rows.toString()).doesNotContain("Planted by the lake.");
    }

    @Test
    void aLongTrailComesInPages() throws JsonProcessingException {
        String trail = "/audit/cases/" + person.number() + "/trail";
        JsonNode first = json(auditor.get(trail + "?size=2"));
        JsonNode second = json(auditor.get(trail + "?size=2&page=1"));
        assertThat(first).hasSize(2);
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "jsonl, application/jsonl"})
    void anExportIsAFileWithEveryRecordAndIsItselfRecorded(String ending, String type) {
        Trails trail = new Trails(jdbc);
        Integer records = jdbc.queryForObject(
                "select count(*) from nrm_trail where case_number = ?", Integer.class, person.number());
        HttpResponse<String> file = auditor.get("/audit/cases/" + person.number() + "/trail." + ending);

        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(person.number() + "." + ending);
        assertThat(file.body().lines()).hasSize(records).allMatch(line -> line.contains(person.number()));
        assertThat(trail.reads("case.exported"))
                .singleElement()
                .extracting(Trails.Row::caseNumber)
                .isEqualTo(person.number());
    }

    @Test
    void whatOneWorkerReadIsFoundByTheNameTheTrailGivesHim() throws JsonProcessingException {
        Caller.program(port, OFFICER, "demo").get("/engine-rest/task");
        JsonNode rows = json(auditor.get("/audit/reads?worker=" + workers.pseudonym(OFFICER)));
        assertThat(rows.findValuesAsText("who")).isNotEmpty().containsOnly(OFFICER);
        assertThat(rows.findValuesAsText("caseNumber")).contains(person.number());
    }

    @Test
    void aSealIsMadeListedAndVerifiedAgainst() throws JsonProcessingException {
        JsonNode made = json(auditor.post("/audit/seals", "{}"));
        assertThat(json(auditor.get("/audit/seals?size=1")).path(0)).isEqualTo(made);

        String code = made.path("code").asText();
        JsonNode verdict = json(auditor.get("/audit/verification?seal=" + code));
        assertThat(verdict.path("whole").asBoolean()).as(verdict.toString()).isTrue();
        assertThat(verdict.path("records").asLong()).isPositive();

        String other = code.replaceFirst(":..", code.contains(":00") ? ":11" : ":00");
        assertThat(json(auditor.get("/audit/verification?seal=" + other))
                        .path("whole")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cases/NRM-26-1/trail, 400, caseNumber",
        "cases/NRM-2019-000001/trail, 404, caseNumber",
        "cases/NRM-2019-000001/trail.csv, 404, caseNumber",
        "reads, 400, worker",
        "reads?worker=vatra, 400, worker",
        "reads?worker=nobody&size=0, 400, size",
        "reads?worker=nobody&page=x, 400, page",
        "seals?size=501, 400, size",
        "verification?seal=1:zz, 400, seal"
    })
    void aWrongQuestionIsRefusedByTheNameOfItsField(String path, int status, String field) {
        HttpResponse<String> answer = auditor.get("/audit/" + path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"message\":\"" + field + ": ");
    }

    @Test
    void thePageSaysSoTooWhereThereIsNoSuchCase() {
        HttpResponse<String> page = auditor.get("/audit/cases/NRM-2019-000001");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<p role=\"alert\" class=\"broken\">caseNumber: there is no such case</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "ra-secretariat", "vatra"})
    void nobodyElseGetsAnyOfIt(String user) {
        Caller other = Caller.program(port, user, "demo");
        Caller browser = Caller.browser(port, user, "tasklist");
        for (String path : List.of("", "/cases/" + person.number() + "/trail", "/seals", "/verification")) {
            assertThat(other.get("/audit" + path).statusCode()).as(path).isEqualTo(403);
            assertThat(browser.get("/audit" + path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void eachLookIsRecorded() {
        Trails trail = new Trails(jdbc);
        auditor.get("/audit/cases/" + person.number() + "/trail");
        auditor.get("/audit/verification");
        assertThat(trail.reads())
                .extracting(row -> row.details().replaceFirst(".*\"route\":\"([^\"]+)\".*", "$1"))
                .containsExactly("GET /audit/cases/{caseNumber}/trail", "GET /audit/verification");
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return new ObjectMapper().readTree(answer.body());
    }
}
