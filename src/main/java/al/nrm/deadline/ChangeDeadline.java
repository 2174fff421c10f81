package al.nrm.deadline;

import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Moves the deadlines that were asked for; the timers follow in the same transaction ({@link FollowTask}). */
@Component
class ChangeDeadline implements JavaDelegate {

    private final PlanChange plans;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identities;

    ChangeDeadline(PlanChange plans, TaskService tasks, RuntimeService runtime, IdentityService identities) {
        this.plans = plans;
        this.tasks = tasks;
        this.runtime = runtime;
        this.identities = identities;
    }

    static PlanChange.Wanted wanted(Function<String, Object> values) {
        Number days = (Number) values.apply("days");
        return new PlanChange.Wanted(
                (String) values.apply("caseNumber"),
                (String) values.apply("step"),
                (String) values.apply("change"),
                days == null ? 0 : days.intValue());
    }

    @Override
    public void execute(DelegateExecution execution) {
        Authentication sender = identities.getCurrentAuthentication();
        plans.plan(wanted(execution::getVariable), sender.getUserId(), sender.getGroupIds())
                .forEach(move -> {
                    String owner = move.task().getExecutionId();
                    runtime.setVariableLocal(owner, "extensionsUsed", move.extensionsUsed());
                    runtime.setVariableLocal(owner, "suspendedUntil", move.suspendedUntil());
                    move.task().setDueDate(move.due());
                    tasks.saveTask(move.task());
                });
    }
}
