package al.nrm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.OwnEngine;
import al.nrm.ProcessTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A stored filter evaluates the house's own expressions and no other, by whatever door it came in. */
@ProcessTest
@ExtendWith(OwnEngine.class)
class FilterExpressionsTest {

    private static final String TRACE = "nrm.test.trace";

    @LocalServerPort
    private int port;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AuthorizationService authorizations;

    private Filter filter;

    @AfterEach
    void removeFilter() {
        if (filter != null) {
            filters.deleteFilter(filter.getId());
        }
        System.clearProperty(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.System').setProperty('nrm.test.trace', 'x')}",
                "${currentUser().getClass().forName('java.lang.System').setProperty('nrm.test.trace', 'x')}",
                "${now().getClass()}",
                "${dateTime().plusDays(1)}",
                "${deadline.of(execution, 'P1-06')}",
                "${openEscalation}",
                "${dataSource}",
                "#{currentUser()}",
                "${currentUser()}${currentUser()}",
                "x${currentUser()}",
                "${currentUser() == 'vatra' ? 'a' : 'b'}"
            })
    void anotherExpressionIsRefusedAndNothingRuns(String expression) {
        String id = save(tasks.createTaskQuery().taskAssigneeExpression(expression));

        assertThatThrownBy(() -> filters.count(id)).isInstanceOf(InvalidRequestException.class);
        Caller officer = Caller.program(port, "vatra", "demo");
        assertThat(officer.get("/engine-rest/filter/" + id + "/list").statusCode())
                .isEqualTo(400);
        assertThat(officer.post("/engine-rest/filter/" + id + "/count", "{}").statusCode())
                .isEqualTo(400);
        assertThat(System.getProperty(TRACE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${now()}", "${endOfToday()}", "${dateTime()}"})
    void theHousesOwnExpressionsAreEvaluated(String expression) {
        String id = save(tasks.createTaskQuery()
                .taskAssigneeExpression("${currentUser()}")
                .dueBeforeExpression(expression));
        assertThat(Caller.program(port, "vatra", "demo")
                        .get("/engine-rest/filter/" + id + "/count")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyStoresAFilterOverHttp() {
        String body = "{\"resourceType\":\"Task\",\"name\":\"Mine\",\"query\":{},\"properties\":{}}";
        for (String user : new String[] {"vatra", "ra-secretariat", "auditor", "admin"}) {
            Caller caller = Caller.program(port, user, "demo");
            assertThat(caller.post("/engine-rest/filter/create", body).statusCode())
                    .isEqualTo(403);
            String seeded = filters.createFilterQuery().list().get(0).getId();
            assertThat(caller.send("PUT", "/engine-rest/filter/" + seeded, body).statusCode())
                    .isEqualTo(403);
            assertThat(caller.send("DELETE", "/engine-rest/filter/" + seeded, null)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private String save(org.camunda.bpm.engine.task.TaskQuery query) {
        filter = filters.saveFilter(filters.newTaskFilter("Attack").setQuery(query));
        Authorization everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everybody.setResource(Resources.FILTER);
        everybody.setResourceId(filter.getId());
        everybody.addPermission(Permissions.READ);
        authorizations.saveAuthorization(everybody);
        return filter.getId();
    }
}
