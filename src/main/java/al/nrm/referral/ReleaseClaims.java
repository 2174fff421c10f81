package al.nrm.referral;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the claimed tasks of whoever can no longer act back to the group, whose deadlines go on. */
@Component
class ReleaseClaims implements JavaDelegate {

    private final TaskService tasks;

    ReleaseClaims(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution lapse) {
        tasks
                .createTaskQuery()
                .processInstanceBusinessKey(lapse.getProcessBusinessKey())
                .taskCandidateGroup((String) lapse.getVariable("roleKeeper"))
                .includeAssignedTasks()
                .list()
                .stream()
                .filter(task -> task.getAssignee() != null)
                .forEach(task -> tasks.setAssignee(task.getId(), null));
    }
}
