package al.nrm.casefile;

import al.nrm.language.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives everybody's task list its filters, each of them once: one that an administrator changed or deleted stays as he
 * left it. A filter shows a person the tasks of his own groups only, whoever made it.
 */
@Component
class SeedFilters implements SmartInitializingSingleton {

    static final String CASE_NUMBER = "caseNumber";

    private static final String SEEDED = "nrm.filter.";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final ManagementService management;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    SeedFilters(
            FilterService filters,
            TaskService tasks,
            AuthorizationService authorizations,
            ManagementService management,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.management = management;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // Of nodes that start together, one seeds and the others wait.
            jdbc.queryForObject("select id from nrm_seeding_lock for update", Integer.class);
            seed();
        });
    }

    /** Seeds what was never seeded; the first is the one that Tasklist opens with. */
    void seed() {
        seed(1, "my-institution", Words.known("My institution's tasks"), "#2b5c8a", ofMyGroups());
        seed(
                2,
                "mine",
                Words.known("My tasks"),
                "#3d7a4e",
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        seed(
                3,
                "due-today",
                Words.known("Due today"),
                "#8a5a10",
                ofMyGroups().dueAfterExpression("${now()}").dueBeforeExpression("${endOfToday()}"));
        seed(4, "overdue", Words.known("Overdue"), "#b5152b", ofMyGroups().dueBeforeExpression("${now()}"));
        seed(
                5,
                "escalations",
                Words.known("Escalations"),
                "#6b3fa0",
                ofMyGroups().processDefinitionKey("escalation"));
    }

    private TaskQuery ofMyGroups() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }

    private void seed(int place, String id, String name, String colour, TaskQuery query) {
        if (management.getProperties().containsKey(SEEDED + id)) {
            return;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("color", colour);
        properties.put("priority", place);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(Map.of("name", CASE_NUMBER, "label", Words.known("Case"))));
        Filter filter = filters.saveFilter(filters.newTaskFilter(name)
                .setQuery(query.orderByDueDate().asc())
                .setProperties(properties));
        Authorization everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everybody.setResource(Resources.FILTER);
        everybody.setResourceId(filter.getId());
        everybody.addPermission(Permissions.READ);
        authorizations.saveAuthorization(everybody);
        management.setProperty(SEEDED + id, filter.getId());
    }
}
