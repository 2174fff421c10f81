package al.nrm.deadline;

import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps timer and ladder with their task: a due date that is moved moves the timer in the same transaction, and a task
 * that ends, however it ends, ends its ladder.
 */
@Component
class FollowTask {

    private final RuntimeService runtime;
    private final ManagementService management;

    FollowTask(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @EventListener(condition = "#task.eventName == 'update'")
    void moveTimer(DelegateTask task) {
        Date timer = (Date) task.getExecution().getVariableLocal(Deadline.DUE_AT);
        if (timer == null || Objects.equals(timer, task.getDueDate())) {
            return;
        }
        Job job = management
                .createJobQuery()
                .executionId(task.getExecutionId())
                .timers()
                .singleResult();
        if (job == null || task.getDueDate() == null) {
            throw new IllegalStateException("dueDate: a deadline that has passed is fixed, and none can be removed");
        }
        management.setJobDuedate(job.getId(), task.getDueDate());
        task.getExecution().setVariableLocal(Deadline.DUE_AT, task.getDueDate());
        task.getExecution().setVariableLocal(Deadline.DECIDED, true);
    }

    @EventListener(condition = "#task.eventName == 'complete' or #task.eventName == 'delete'")
    void endLadder(DelegateTask task) {
        runtime.createMessageCorrelation(EscalationProcess.RESOLVED)
                .processInstanceVariableEquals("overdueTask", task.getId())
                .correlateAll();
    }
}
