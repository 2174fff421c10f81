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
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever sees something of a case stands in the trail before he sees it, with what he saw and by which route. */
@ProcessTest
class RecordReadsTest {

    private static final String OFFICER = "state-police.tirane";
    private static final String VARIABLES = "GET /engine-rest/task/{id}/form-variables";

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Chains chains;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Workers workers;

    @LocalServerPort
    private int port;

    private Case person;
    private Task task;
    private Caller officer;
    private Trails trail;

    @BeforeEach
    void report() {
        person = cases.report(OFFICER, Map.of("narrative", "Planted by the lake."));
        task = person.task("P1-04");
        officer = Caller.program(port, OFFICER, "demo");
        trail = new Trails(jdbc);
    }

    @Test
    void aListNamesEachCaseOnce() {
        Case second = cases.report(OFFICER, Map.of());
        trail.forget();

        assertThat(officer.get("/engine-rest/task").statusCode()).isEqualTo(200);

        assertThat(trail.reads())
                .allMatch(row -> row.is("case.read", "GET /engine-rest/task"))
                .allMatch(row -> row.worker().equals(workers.pseudonym(OFFICER)))
                .extracting(Trails.Row::caseNumber)
                .contains(person.number(), second.number())
                .doesNotHaveDuplicates();
    }

    @Test
    void theVariablesOfATaskAreNamedWithoutTheirValues() {
        String answer = officer.get("/engine-rest/task/" + task.getId() + "/form-variables")
                .body();

        assertThat(answer).contains("Planted by the lake.");
        assertThat(trail.reads()).singleElement().satisfies(row -> {
            assertThat(row.is("case.read", VARIABLES)).isTrue();
            assertThat(row.caseNumber()).isEqualTo(person.number());
            assertThat(row.subject()).isEqualTo(task.getId());
            assertThat(row.details()).contains("narrative").doesNotContain("Planted");
        });
    }

    @Test
    void aTaskAFormAndACommentAreReadsOfTheCase() {
        for (String part : List.of("", "/form", "/deployed-form", "/comment", "/identity-links", "/attachment")) {
            officer.get("/engine-rest/task/" + task.getId() + part);
        }
        assertThat(trail.reads()).hasSize(6).allMatch(row -> row.caseNumber().equals(person.number()));
    }

    @Test
    void tasklistsOwnListNamesItsCases() throws JsonProcessingException {
        Caller browser = Caller.browser(port, OFFICER, "tasklist");
        String filters =
                browser.get("/camunda/api/engine/engine/default/filter").body();
        String filter = new ObjectMapper().readTree(filters).path(0).path("id").asText();
        trail.forget();

        HttpResponse<String> list = browser.with("Accept", "application/hal+json")
                .post(
                        "/camunda/api/engine/engine/default/filter/" + filter + "/list?firstResult=0&maxResults=2000",
                        "{}");

        assertThat(list.body()).contains(person.number());
        assertThat(trail.reads())
                .filteredOn(row -> person.number().equals(row.caseNumber()))
                .singleElement()
                .satisfies(row -> assertThat(row.details()).contains("filter/{id}/list", "\"shown\":\"caseNumber\""));
    }

    @Test
    void theHistoryNamesEachCaseWithItsOwnVariables() {
        Caller secretariat = Caller.program(port, "ra-secretariat", "demo");
        secretariat.get("/engine-rest/history/variable-instance?processInstanceId=" + person.root());
        assertThat(trail.reads()).singleElement().satisfies(row -> {
            assertThat(row.caseNumber()).isEqualTo(person.number());
            assertThat(row.details()).contains("county").doesNotContain("tirane", "narrative");
        });
    }

    @Test
    void aCountNamesNoCase() {
        officer.get("/engine-rest/task/count");
        assertThat(trail.reads()).singleElement().satisfies(row -> {
            assertThat(row.is("case.read", "GET /engine-rest/task/count")).isTrue();
            assertThat(row.caseNumber()).isNull();
        });
    }

    @Test
    void modelsAndFilesAreNoCases() {
        officer.get("/engine-rest/process-definition");
        officer.get("/engine-rest/process-definition/key/referral/deployed-start-form");
        officer.get("/camunda/favicon.ico");
        assertThat(trail.reads()).isEmpty();
    }

    @Test
    void aReportThatIsAnsweredWithItsNumberIsARead() throws JsonProcessingException {
        JsonNode answer = new ObjectMapper()
                .readTree(officer.post("/engine-rest/process-definition/key/referral/submit-form", """
                        {"variables":{"channel":{"value":"patrol"},"county":{"value":"tirane"},
                        "ageGroup":{"value":"adult"},"sex":{"value":"female"},"nationality":{"value":"ALB"},
                        "unaccompanied":{"value":false},"immediateDanger":{"value":false},
                        "narrative":{"value":"At the bridge."}}}""")
                        .body());
        assertThat(trail.reads())
                .singleElement()
                .extracting(Trails.Row::caseNumber)
                .isEqualTo(answer.path("businessKey").asText("none"));
    }

    @Test
    void aRefusalIsRecordedWithTheCaseThatWasAskedFor() {
        assertThat(Caller.program(port, "health-services.vlore", "demo")
                        .get("/engine-rest/task/" + task.getId() + "/form-variables")
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer.post("/engine-rest/user/Ana-Testi/unlock", "{}").statusCode())
                .isEqualTo(403);
        assertThat(officer.get("/engine-rest//task").statusCode()).isEqualTo(403);

        List<Trails.Row> refusals = trail.reads("request.refused");
        assertThat(refusals).hasSize(3);
        assertThat(refusals.get(0).is("request.refused", VARIABLES)).isTrue();
        assertThat(refusals.get(0).details()).contains("\"status\":\"404\"");
        assertThat(refusals.get(0).caseNumber()).isEqualTo(person.number());
        assertThat(refusals.get(0).worker()).isEqualTo(workers.pseudonym("health-services.vlore"));
        assertThat(refusals.get(1).is("request.refused", "POST /engine-rest/user/{id}/unlock"))
                .isTrue();
        assertThat(refusals.toString()).doesNotContain("Ana");
    }

    @Test
    void whatCannotBeRecordedIsNotShown() {
        jdbc.execute("alter table nrm_trail rename to nrm_trail_away");
        HttpResponse<String> answer;
        try {
            answer = officer.get("/engine-rest/task/" + task.getId() + "/form-variables");
        } finally {
            jdbc.execute("alter table nrm_trail_away rename to nrm_trail");
        }
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("could not be recorded").doesNotContain("Planted", "narrative");
        assertThat(answer.headers().map()).containsKeys("cache-control", "x-content-type-options");
    }

    @Test
    void aReaderDoesNotWaitForWhoeverChangesTheCase() {
        transaction.executeWithoutResult(status -> {
            chains.lock(person.number());
            assertThat(officer.get("/engine-rest/task/" + task.getId()).statusCode())
                    .isEqualTo(200);
        });
        assertThat(trail.reads()).hasSize(1);
    }
}
