package al.nrm.deadline;

import al.nrm.audit.Happening;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves the deadlines that were asked for; the timers follow in the same transaction ({@link FollowTask}). */
@Component
class ChangeDeadline implements JavaDelegate {

    /** As the trail calls them. */
    private static final Map<String, String> PARTICIPLES =
            Map.of("extend", "extended", "suspend", "suspended", "resume", "resumed");

    private final PlanChange plans;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identities;
    private final ApplicationEventPublisher events;

    ChangeDeadline(
            PlanChange plans,
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identities,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.tasks = tasks;
        this.runtime = runtime;
        this.identities = identities;
        this.events = events;
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
        PlanChange.Wanted wanted = wanted(execution::getVariable);
        plans.plan(wanted, sender.getUserId(), sender.getGroupIds()).forEach(move -> {
            String owner = move.task().getExecutionId();
            runtime.setVariableLocal(owner, "extensionsUsed", move.extensionsUsed());
            runtime.setVariableLocal(owner, "suspendedUntil", move.suspendedUntil());
            events.publishEvent(new Happening(
                    wanted.caseNumber(),
                    "deadline." + PARTICIPLES.get(wanted.change()),
                    move.task().getId(),
                    Map.of(
                            "from", move.task().getDueDate().toInstant().toString(),
                            "to", move.due().toInstant().toString())));
            move.task().setDueDate(move.due());
            tasks.saveTask(move.task());
        });
    }
}
