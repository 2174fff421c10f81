package al.nrm.institution;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.GROUP_MEMBERSHIP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** Says what each group is granted, by what it may start, by its tasks, and for a few by its office over all cases. */
final class Grants {

    /** What is readable of every case's process (contract, sections 1 and 3); protected fields are none of it. */
    private static final List<Permission> HISTORY = List.of(READ, READ_HISTORY);

    private static final Map<String, List<Permission>> ALL_CASES = Map.of(
            "ra-secretariat", HISTORY,
            "ra-chair", HISTORY,
            "national-coordinator", HISTORY,
            "auditor", HISTORY,
            "system-admin", List.of(READ, READ_HISTORY, READ_INSTANCE, READ_TASK, UPDATE_INSTANCE));

    private static final Map<String, List<String>> APPLICATIONS =
            Map.of("auditor", List.of("cockpit"), "system-admin", List.of("cockpit", "admin"));

    private static final List<Permission> PEOPLE =
            List.of(Permissions.READ, CREATE, Permissions.UPDATE, Permissions.DELETE);

    private final Set<Grant> grants = new LinkedHashSet<>();

    private Grants() {}

    /**
     * Everything that is granted.
     *
     * @param taskGroups by process id, the groups that may get one of its tasks
     * @throws IllegalStateException if the directory lacks a group with an office over all cases
     */
    static Set<Grant> of(Institutions institutions, Map<String, Set<String>> taskGroups) {
        Grants grants = new Grants();
        institutions.allGroups().forEach(grants::work);
        taskGroups.forEach(
                (process, groups) -> groups.forEach(group -> grants.add(group, PROCESS_DEFINITION, process, READ)));
        for (String group : ALL_CASES.keySet()) {
            if (!institutions.isGroup(group)) {
                throw new IllegalStateException("institutions.yaml lacks '" + group + "', which looks over all cases.");
            }
            grants.office(group);
        }
        return grants.grants;
    }

    /** A group that may start nothing holds no tasks either, and needs no task list. */
    private void work(Group group) {
        if (group.mayStart().isEmpty()) {
            return;
        }
        add(group.id(), APPLICATION, "tasklist", ACCESS);
        // The engine knows no narrower right to start: which process it may be, the definition's grant says.
        add(group.id(), PROCESS_INSTANCE, ANY, CREATE);
        for (String process : group.mayStart()) {
            add(group.id(), PROCESS_DEFINITION, process, READ);
            add(group.id(), PROCESS_DEFINITION, process, CREATE_INSTANCE);
        }
    }

    private void office(String group) {
        ALL_CASES.get(group).forEach(permission -> add(group, PROCESS_DEFINITION, ANY, permission));
        APPLICATIONS
                .getOrDefault(group, List.of())
                .forEach(application -> add(group, APPLICATION, application, ACCESS));
        if (group.equals("system-admin")) {
            add(group, DECISION_DEFINITION, ANY, Permissions.READ);
            add(group, DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
            // Publishes models, which the gate judges, and keeps the list of people; whom a group may do what with is
            // the file's.
            add(group, DEPLOYMENT, ANY, Permissions.CREATE);
            add(group, DEPLOYMENT, ANY, Permissions.READ);
            for (Permission permission : PEOPLE) {
                add(group, USER, ANY, permission);
            }
            add(group, GROUP, ANY, Permissions.READ);
            add(group, GROUP_MEMBERSHIP, ANY, CREATE);
            add(group, GROUP_MEMBERSHIP, ANY, Permissions.DELETE);
        }
    }

    private void add(String group, Resources resource, String resourceId, Permission permission) {
        grants.add(new Grant(group, resource, resourceId, permission));
    }
}
