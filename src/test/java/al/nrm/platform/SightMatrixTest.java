package al.nrm.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.institution.RerouteTask;
import al.nrm.platform.SightRelations.Office;
import al.nrm.platform.SightRelations.Relation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/**
 * Whoever asks, by whatever readable route of the running server, and whatever he has to do with the case: he is shown what
 * the rules of {@code sight.txt} and his relation to the case say, and not one protected value more.
 */
@ProcessTest
class SightMatrixTest {

    private static final String REST = "/engine-rest";
    private static final String JSON = "application/json";
    private static final String HAL = "application/hal+json";

    /** In whose name routes are tried, too, that tell nothing of a case or are closed: whoever has the most rights of his kind. */
    private static final Set<String> TRY_ALL =
            Set.of("own open task", "secretariat, own open task", "auditor", "operator");

    private static final Map<Office, String> APPLICATIONS = Map.of(
            Office.STAFF, "tasklist", Office.OBSERVER, "tasklist", Office.AUDITOR, "cockpit", Office.OPERATOR, "admin");

    private static final String MAKES_A_SEAL = "POST /audit/seals";

    private static final String PAGES = "/camunda/api/engine/engine/default";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Cases cases;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RerouteTask reroute;

    @LocalServerPort
    private int port;

    private final ObjectMapper json = new ObjectMapper();

    @TestFactory
    Stream<DynamicNode> everybodySeesOfACaseWhatHeNeedsAndNothingElse() throws IOException {
        SortedSet<String> routes = readable(new ServerRoutes(context)
                .all().stream()
                        .map(route -> route.replaceFirst("/(engine-rest|camunda/api/engine)/engine/\\{name}", REST))
                        .collect(toSet()));
        Map<String, SightRule> rules = rules(routes);
        return new SightRelations(cases, engine, reroute).all().map(relation -> {
            Caller program = Caller.program(port, relation.user(), "demo");
            Caller browser = Caller.browser(port, relation.user(), APPLICATIONS.get(relation.office()));
            return dynamicContainer(
                    relation.name(),
                    routes.stream()
                            .filter(route -> rules.get(route).isOfCases() || TRY_ALL.contains(relation.name()))
                            .map(route -> dynamicTest(route, () -> {
                                for (Cell cell : cells(route, rules.get(route), relation)) {
                                    check(cell, rules.get(route), relation, cell.pages() ? browser : program);
                                }
                            })));
        });
    }

    /** What is read: every GET, and every POST that asks with a body what a GET of the same address asks with parameters. */
    private static SortedSet<String> readable(Set<String> routes) {
        return routes.stream()
                .filter(route -> route.startsWith("GET ")
                        || route.startsWith("POST ") && routes.contains(route.replaceFirst("POST", "GET")))
                .filter(route -> !route.equals(MAKES_A_SEAL))
                .collect(toCollection(TreeSet::new));
    }

    private static Map<String, SightRule> rules(Set<String> routes) throws IOException {
        try (InputStream table = SightMatrixTest.class.getResourceAsStream("/sight.txt")) {
            List<String> lines = new String(table.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            Map<String, SightRule> rules = new LinkedHashMap<>();
            for (String route : routes) {
                List<SightRule> found = lines.stream()
                        .map(line -> line.split("\\s+", 2))
                        .filter(line -> route.matches(line[1].strip()))
                        .map(line -> SightRule.valueOf(line[0]))
                        .toList();
                assertThat(found).as("rules of sight.txt for " + route).hasSize(1);
                rules.put(route, found.get(0));
            }
            return rules;
        }
    }

    /** One question: a route asked on one way, for one kind of answer. */
    private record Cell(String method, String address, String accept) {

        boolean pages() {
            return !address.startsWith(REST);
        }
    }

    private static List<Cell> cells(String route, SightRule rule, Relation relation) {
        String method = route.split(" ")[0];
        String filled = relation.fill(route.split(" ")[1]);
        List<String> accepted = rule.isSearch() && !route.endsWith("/count") ? List.of(JSON, HAL) : List.of(JSON);
        return Stream.of(REST, PAGES)
                .map(prefix -> filled.replaceFirst("^" + REST, prefix))
                .distinct()
                .flatMap(address -> method.equals("GET") ? ways(address, relation) : Stream.of(address))
                .flatMap(address -> accepted.stream().map(accept -> new Cell(method, address, accept)))
                .toList();
    }

    private void check(Cell cell, SightRule rule, Relation relation, Caller caller) throws JsonProcessingException {
        HttpResponse<String> answer = caller.with("Accept", cell.accept())
                .send(cell.method(), cell.address(), cell.method().equals("GET") ? null : rule.body(relation));
        String told = "%s: %s %s".formatted(cell, answer.statusCode(), answer.body());
        relation.hidden(rule)
                .forEach(value -> assertThat(answer.body()).as(told).doesNotContain(value));
        if (rule == SightRule.NOTHING || answer.statusCode() == 406) {
            assertThat(answer.body()).as(told).doesNotContain(relation.number());
        } else if (rule.shows(relation, cell.pages())) {
            assertThat(answer.statusCode()).as(told).isIn(rule.answers());
            if (answer.statusCode() == 200 && rule.isChecked()) {
                rule.checkShown(json.readTree(answer.body()), relation, told);
            }
        } else if (rule.isSearch() && answer.statusCode() == 200) {
            assertThat(answer.body()).as(told).doesNotContain(relation.task());
            if (!cell.method().equals("GET") || cell.address().contains("?")) {
                assertThat(answer.body())
                        .as(told)
                        .containsAnyOf("[]", "\"count\":0")
                        .doesNotContain(relation.number());
            }
        } else if (answer.statusCode() == 200 && rule != SightRule.CLOSED) {
            assertThat(answer.body()).as(told).isIn("[]", "{\"count\":0}");
        } else {
            assertThat(answer.statusCode()).as(told).isIn(302, 401, 403, 404, 405);
        }
    }

    /** The ways to ask one route: narrowed to the case where it can be, and, for variables, as the value lies stored or by its name. */
    private static Stream<String> ways(String route, Relation relation) {
        if (route.matches(".*/task/[^/]+/(variables|form-variables)")) {
            return Stream.of(
                    route,
                    route + "?deserializeValues=false",
                    route + "?variableNames=narrative,fullName,dateOfBirth&deserializeValues=false");
        }
        if (route.matches(".*/history/user-operation(/count)?")) {
            return Stream.of(route + "?taskId=" + relation.task());
        }
        if (route.matches(".*/(history/task|task|process-instance|history/process-instance)(/count)?")) {
            return Stream.of(route + "?processInstanceBusinessKey=" + relation.number());
        }
        return Stream.of(
                route.matches(".*/history/(activity|variable)-instance(/count)?")
                        ? route + "?processInstanceId=" + relation.instance()
                        : route);
    }
}
