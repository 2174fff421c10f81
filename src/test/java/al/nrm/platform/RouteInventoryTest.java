package al.nrm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/**
 * Every route of the running server has a decision for every kind of caller in {@code routes.txt}, and the server keeps to
 * it: a new route without one fails by its name, and so does a decision about a route that is gone.
 */
@ProcessTest
@Tag("database-independent")
class RouteInventoryTest {

    private static final String REST = "/engine-rest";
    private static final String REST_BY_NAME = "/engine-rest/engine/default";
    private static final String PAGES = "/camunda/api/engine/engine/default";
    private static final Pattern NAMED_ENGINE = Pattern.compile("/(engine-rest|camunda/api/engine)/engine/\\{name}");
    private static final Pattern ID = Pattern.compile("/([^/]+)/\\{[^}]+}");

    /** Users of institutions that have no task of the case that is asked about, in the order of the table's columns. */
    private static final List<String> CALLERS = List.of("health-services.vlore", "auditor", "admin");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Cases cases;

    @LocalServerPort
    private int port;

    @Test
    void everyRouteOfTheServerIsInTheTableAndNoOther() throws IOException {
        assertThat(new ServerRoutes(context)
                        .all().stream().map(RouteInventoryTest::asInTable).distinct())
                .as("routes of the server, against those of routes.txt")
                .containsExactlyInAnyOrderElementsOf(decisions().keySet());
    }

    @TestFactory
    Stream<DynamicTest> aStrangerGetsNothingButHealthAndTheLogin() throws IOException {
        Map<String, String> ids = idsOfAForeignCase();
        Caller stranger = Caller.stranger(port);
        return decisions().keySet().stream()
                .filter(route -> !route.matches("[A-Z]+ /(login|actuator/health(/\\*\\*)?)"))
                .map(route -> dynamicTest(route, () -> {
                    for (String address : addresses(route, ids)) {
                        // 403: a form without its token is refused before anybody asks who sent it.
                        assertThat(answer(stranger, address)).as(address).isIn(401, 302, 403);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyCallerGetsWhatTheTableSaysAndNothingElse() throws IOException {
        Map<String, String> ids = idsOfAForeignCase();
        List<Caller> programs =
                CALLERS.stream().map(user -> Caller.program(port, user, "demo")).toList();
        List<Caller> browsers = browsers();
        return decisions().entrySet().stream()
                .map(row -> dynamicTest(row.getKey(), () -> {
                    for (int caller = 0; caller < CALLERS.size(); caller++) {
                        String decision = row.getValue().get(caller);
                        for (String address : addresses(row.getKey(), ids)) {
                            // Programs bring a password, to the doors beside the engine's API as to that itself.
                            boolean rest = Stream.of(REST, "/audit", "/transnational", "/online-reports")
                                    .anyMatch(door -> address.contains(" " + door));
                            int status = answer(
                                    (rest ? programs : row.getKey().endsWith("/logout") ? browsers() : browsers)
                                            .get(caller),
                                    address);
                            boolean open = decision.equals("open") || decision.equals("pages") && !rest;
                            assertThat(status)
                                    .as(CALLERS.get(caller) + " " + address)
                                    .satisfies(code -> {
                                        if (open) {
                                            assertThat(code).isNotIn(401, 403).isLessThan(500);
                                        } else {
                                            assertThat(code).isIn(403, 404);
                                        }
                                    });
                        }
                    }
                }));
    }

    private List<Caller> browsers() {
        return List.of(
                Caller.browser(port, CALLERS.get(0), "tasklist"),
                Caller.browser(port, CALLERS.get(1), "cockpit"),
                Caller.browser(port, CALLERS.get(2), "admin"));
    }

    private static int answer(Caller caller, String address) {
        String[] route = address.split(" ");
        String body = route[0].equals("GET") || route[0].equals("DELETE") || route[0].equals("OPTIONS") ? null : "{}";
        return caller.send(route[0], route[1], body).statusCode();
    }

    /** The engine's API stands in the table once, and on the server three times: alone, by the engine's name, for the pages. */
    private static List<String> addresses(String row, Map<String, String> ids) {
        String method = row.split(" ")[0].replace("ANY", "GET");
        String path = row.split(" ")[1]
                .replaceAll("\\{(engine|processEngineName)}", "default")
                .replace("{file}", "app/plugin.js")
                .replace("/**", "/none")
                .replace("/*", "/none");
        Matcher id = ID.matcher(path);
        String filled = id.replaceAll(found ->
                "/" + found.group(1) + "/" + Matcher.quoteReplacement(ids.getOrDefault(found.group(1), "none")));
        String plain = filled.replaceAll("\\{[^}]+}", "none");
        return plain.startsWith(REST + "/")
                ? Stream.of(REST, REST_BY_NAME, PAGES)
                        .map(prefix -> method + " " + prefix + plain.substring(REST.length()))
                        .toList()
                : List.of(method + " " + plain);
    }

    private static String asInTable(String route) {
        return NAMED_ENGINE.matcher(route).replaceFirst(REST);
    }

    private Map<String, String> idsOfAForeignCase() {
        Case foreign = cases.report("state-police.tirane", Map.of());
        Task task = foreign.task("P1-04");
        Map<String, String> ids = new TreeMap<>();
        ids.put("task", task.getId());
        ids.put("process-instance", foreign.root());
        ids.put("execution", task.getExecutionId());
        ids.put(
                "process-definition",
                engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("referral")
                        .latestVersion()
                        .singleResult()
                        .getId());
        ids.put("key", "referral");
        ids.put("job", foreign.timer(task).getId());
        ids.put("job-definition", foreign.timer(task).getJobDefinitionId());
        ids.put(
                "deployment",
                engine.getRepositoryService()
                        .createDeploymentQuery()
                        .list()
                        .get(0)
                        .getId());
        ids.put(
                "resources",
                engine.getRepositoryService()
                        .getDeploymentResources(ids.get("deployment"))
                        .get(0)
                        .getId());
        ids.put(
                "filter",
                engine.getFilterService().createFilterQuery().list().get(0).getId());
        return ids;
    }

    private static Map<String, List<String>> decisions() throws IOException {
        try (InputStream table = RouteInventoryTest.class.getResourceAsStream("/routes.txt")) {
            Map<String, List<String>> decisions = new TreeMap<>();
            for (String line : new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    List<String> columns = new ArrayList<>(List.of(line.trim().split("\\s+")));
                    assertThat(columns).as(line).hasSize(5);
                    decisions.put(columns.get(0) + " " + columns.get(1), columns.subList(2, 5));
                }
            }
            return decisions;
        }
    }
}
