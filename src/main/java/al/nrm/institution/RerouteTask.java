package al.nrm.institution;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** Moves an open task from one group to another, which gets it unclaimed; nobody else keeps a right to see it. */
@Component
public class RerouteTask {

    private final TaskService tasks;
    private final AuthorizationService authorizations;

    RerouteTask(TaskService tasks, AuthorizationService authorizations) {
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    /**
     * Changes the one group that a task is for; its due date stays.
     *
     * @param task id of the task
     * @param giver group id
     * @param receiver group id
     */
    public void move(String task, String giver, String receiver) {
        tasks.setAssignee(task, null);
        tasks.deleteCandidateGroup(task, giver);
        // The engine leaves the grants behind: the group's, and that of whoever had claimed the task.
        for (Resources part : List.of(Resources.TASK, Resources.HISTORIC_TASK)) {
            authorizations
                    .createAuthorizationQuery()
                    .resourceType(part)
                    .resourceId(task)
                    .list()
                    .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        }
        tasks.addCandidateGroup(task, receiver);
    }
}
