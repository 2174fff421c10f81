package al.nrm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody finds out by guessing what he may not read, has an expression evaluated, or claims in another's name. */
@ProcessTest
class AllowedContentTest {

    private static final List<String> EVERYBODY = List.of("state-police.tirane", "ra-secretariat", "auditor", "admin");

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "'a'", "{", "{'a':'\\u0000'}"})
    void whatIsNoObjectOfStorableTextsIsRefusedInASentence(String body) {
        for (String route :
                List.of("/engine-rest/task", "/engine-rest/task/count", "/engine-rest/task/none/comment/create")) {
            assertThat(Caller.program(port, "vatra", "demo")
                            .post(route, quoted(body))
                            .statusCode())
                    .as(route + body)
                    .isIn(400, 404);
        }
    }

    @Test
    void aRequestWithoutABodyOrInAnotherEncodingIsNoFailure() {
        Caller staff = Caller.program(port, "vatra", "demo");

        assertThat(staff.post("/engine-rest/task/count", "").statusCode()).isEqualTo(200);
        assertThat(staff.with("Content-Type", "application/json;charset=bogus")
                        .post("/engine-rest/task/count", "{}")
                        .statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'processVariables':[{'name':'narrative','operator':'like','value':'M%'}]}",
                "{'taskVariables':[{'name':'narrative','operator':'eq','value':'M'}]}",
                "{'caseInstanceVariables':[{'name':'a','operator':'eq','value':'M'}]}",
                "{'variables':[{'name':'narrative','operator':'neq','value':'M'}]}",
                "{'processVariables':[{'name':'caseNumber','operator':'eq','value':'N'},{'name':'narrative','operator':'eq','value':'M'}]}",
                "{'processVariables':[{'name':'caseNumber','operator':'gt','value':'N'}]}",
                "{'processVariables':[{'name':'casenumber','operator':'eq','value':'N'}],'variableNamesIgnoreCase':true}",
                "{'processVariables':{'name':'caseNumber','operator':'eq','value':'N'}}",
                "{'PROCESSVARIABLES':[{'name':'narrative','operator':'eq','value':'M'}]}",
                "{'orQueries':[{'processVariables':[{'name':'narrative','operator':'like','value':'M%'}]}]}",
                "{'orQueries':[{'name':'x'},{'orQueries':[{'variables':[{'name':'narrative','operator':'like','value':'M%'}]}]}]}",
                "{'sorting':[{'sortBy':'processVariable','sortOrder':'asc','parameters':{'variable':'narrative','type':'String'}}]}",
                "{'sorting':[{'sortBy':'name','sortOrder':'asc'},{'sortBy':'executionVariable','sortOrder':'asc','parameters':{'variable':'narrative','type':'String'}}]}",
                "{'withTaskVariablesInReturn':true}",
                "{'withTaskLocalVariablesInReturn':true}",
                "{'variableValue':'M'}",
                "{'assigneeExpression':'${1}'}",
                "{'dueBeforeExpression':'${now()}'}",
                "{'orQueries':[{'candidateGroupsExpression':'${currentUserGroups()}'}]}"
            })
    void noBodyIsSearchedByAValueOrAnExpression(String body) {
        for (String user : EVERYBODY) {
            for (String route : List.of("/task", "/task/count", "/process-instance", "/process-instance/count")) {
                refused(Caller.program(port, user, "demo").post("/engine-rest" + route, quoted(body)));
            }
        }
        for (String route : List.of("/list", "/count", "/singleResult")) {
            refused(Caller.program(port, "vatra", "demo").post("/engine-rest/filter/any" + route, quoted(body)));
        }
        for (String route : List.of("process-instance", "incident/count")) {
            refused(Caller.browser(port, "auditor", "cockpit")
                    .post("/camunda/api/cockpit/plugin/base/default/" + route, quoted(body)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "processVariables=narrative_like_M%25",
                "processVariables=caseNumber_eq_N,narrative_eq_M",
                "processVariables=caseNumber_eq_N&processVariables=narrative_eq_M",
                "taskVariables=narrative_eq_M",
                "variables=narrative_eq_M",
                "withTaskVariablesInReturn=true",
                "withTaskLocalVariablesInReturn=true",
                "variableName=narrative&variableValue=M",
                "dueAfterExpression=a",
                "sortBy=processVariable&sortOrder=asc"
            })
    void noParameterSearchesByAValueOrAnExpression(String parameters) {
        for (String user : EVERYBODY) {
            for (String route : List.of("/task", "/history/process-instance", "/history/variable-instance")) {
                refused(Caller.program(port, user, "demo").get("/engine-rest" + route + "?" + parameters));
            }
        }
    }

    @Test
    void theCaseNumberIsSearchedFor() {
        Case report = cases.report("state-police.tirane", Map.of());
        Caller officer = Caller.program(port, "state-police.tirane", "demo");
        String byNumber =
                "{'processVariables':[{'name':'caseNumber','operator':'%s','value':'%s'}],'sorting':[{'sortBy':'dueDate','sortOrder':'asc'}]}";

        assertThat(officer.post("/engine-rest/task/count", quoted(byNumber.formatted("eq", report.number())))
                        .body())
                .isEqualTo("{\"count\":1}");
        assertThat(officer.post(
                                "/engine-rest/task/count",
                                quoted(byNumber.formatted(
                                        "like", "%" + report.number().substring(9))))
                        .body())
                .isEqualTo("{\"count\":1}");
        assertThat(officer.get("/engine-rest/task/count?taskVariables=caseNumber_eq_" + report.number())
                        .body())
                .isEqualTo("{\"count\":1}");
        assertThat(officer.get("/engine-rest/task/count?processVariables=caseNumber_eq_NRM-1999-000001")
                        .body())
                .isEqualTo("{\"count\":0}");
    }

    @Test
    void aTaskIsClaimedForOneselfOnly() {
        Case report = cases.report("nrcvt", Map.of("channel", "ngo"));
        String claim = "/engine-rest/task/" + report.task("P1-04").getId() + "/claim";
        Caller officer = Caller.program(port, "nrcvt", "demo");

        for (String body : new String[] {"{'userId':'nrcvt-2'}", "{'userId':null}", "{}", ""}) {
            HttpResponse<String> answer = officer.post(claim, quoted(body));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("userId: a task is claimed for oneself only");
        }
        assertThat(report.task("P1-04").getAssignee()).isNull();
        assertThat(officer.post(claim, quoted("{'userId':'nrcvt'}")).statusCode())
                .isEqualTo(204);
        assertThat(report.task("P1-04").getAssignee()).isEqualTo("nrcvt");
    }

    @Test
    void whatIsNoJsonOrTooLargeIsRefusedPlainly() {
        Caller officer = Caller.program(port, "vatra", "demo");
        assertThat(officer.post("/engine-rest/task", "{").statusCode()).isEqualTo(400);
        assertThat(officer.post("/engine-rest/task", "[".repeat(100_000)).statusCode())
                .isEqualTo(400);
        assertThat(officer.post("/engine-rest/task", "{\"name\":\"" + "a".repeat(1_100_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(403);
    }

    private static String quoted(String body) {
        return body.replace('\'', '"');
    }
}
