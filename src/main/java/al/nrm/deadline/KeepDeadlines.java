package al.nrm.deadline;

import al.nrm.platform.InstanceMigrated;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the clocks of a case that goes on in another version of its model: each open step and each wait gets the time of
 * the new version counted from its own start, never from the migration; one that has been missed is not missed again.
 */
@Component
class KeepDeadlines {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final IdentityService identities;

    KeepDeadlines(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            HistoryService history,
            IdentityService identities) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.identities = identities;
    }

    /** At the end of the transaction, when the instance stands wholly in its new version. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void recompute(InstanceMigrated migrated) {
        Authentication sender = identities.getCurrentAuthentication();
        // Whoever may migrate a case need not see its steps.
        identities.clearAuthentication();
        try {
            List<Job> timers = management
                    .createJobQuery()
                    .processInstanceId(migrated.processInstance())
                    .timers()
                    .list();
            List<Task> open = tasks.createTaskQuery()
                    .processInstanceId(migrated.processInstance())
                    .list();
            timers.forEach(timer -> recompute(timer, open));
        } finally {
            identities.setAuthentication(sender);
        }
    }

    private void recompute(Job timer, List<Task> open) {
        Task owner = open.stream()
                .filter(task -> task.getExecutionId().equals(timer.getExecutionId()))
                .findFirst()
                .orElse(null);
        if (owner != null && wasMissed(owner)) {
            // The new version's own timer, for a step whose ladder has been opened.
            management.deleteJob(timer.getId());
            return;
        }
        management.recalculateJobDuedate(timer.getId(), false);
        if (owner != null) {
            owner.setDueDate((Date) runtime.getVariableLocal(owner.getExecutionId(), Deadline.DUE_AT));
            tasks.saveTask(owner);
        }
    }

    private boolean wasMissed(Task task) {
        return history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(EscalationProcess.KEY)
                        .variableValueEquals("overdueTask", task.getId())
                        .count()
                > 0;
    }
}
