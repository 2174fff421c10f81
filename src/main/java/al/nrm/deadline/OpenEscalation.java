package al.nrm.deadline;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** Opens the ladder of the task whose deadline has just passed; the task itself stays where it is. */
@Component
class OpenEscalation implements JavaDelegate {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkingCalendar.ZONE);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final DeadlineTable table;

    OpenEscalation(RuntimeService runtime, TaskService tasks, DeadlineTable table) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.table = table;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Task overdue = overdueTask(execution);
        String step = (String) runtime.getVariableLocal(overdue.getExecutionId(), Deadline.CLOCK);
        DeadlineRule rule = table.rule(step, execution::getVariable);
        runtime.createMessageCorrelation(EscalationProcess.OPENED)
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .setVariable("caseNumber", execution.getProcessBusinessKey())
                .setVariable("reportedAt", execution.getVariable("reportedAt"))
                .setVariable("county", execution.getVariable("county"))
                .setVariable("overdueTask", overdue.getId())
                .setVariable("overdueInstitution", owner(overdue))
                .setVariable("step", step)
                .setVariable("missedAt", LOCAL.format(overdue.getDueDate().toInstant()))
                .setVariable("ladder", String.join(", ", rule.ladder()))
                .setVariable("rungHours", rule.rungHours())
                .setVariable("rung", null)
                .correlateStartMessage();
    }

    private String owner(Task overdue) {
        return tasks.getIdentityLinksForTask(overdue.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElseThrow();
    }

    /** The task under the boundary event that led here, in the same scope: a multi-instance has several of one key. */
    private Task overdueTask(DelegateExecution execution) {
        String key = timerBefore(execution.getBpmnModelElementInstance())
                .getAttachedTo()
                .getId();
        List<Task> open = tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(key)
                .list();
        if (open.size() == 1) {
            return open.get(0);
        }
        ActivityInstance scope = find(
                runtime.getActivityInstance(execution.getProcessInstanceId()), execution.getParentActivityInstanceId());
        List<String> executions = Arrays.stream(scope.getActivityInstances(key))
                .flatMap(task -> Arrays.stream(task.getExecutionIds()))
                .toList();
        return open.stream()
                .filter(task -> executions.contains(task.getExecutionId()))
                .findFirst()
                .orElseThrow();
    }

    /** By the flows themselves: an element's own list of what comes in may be left out of a model. */
    private static BoundaryEvent timerBefore(FlowElement end) {
        return end.getModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getTarget().equals(end))
                .map(flow -> (BoundaryEvent) flow.getSource())
                .findFirst()
                .orElseThrow();
    }

    private static ActivityInstance find(ActivityInstance tree, String id) {
        if (tree.getId().equals(id)) {
            return tree;
        }
        return Arrays.stream(tree.getChildActivityInstances())
                .map(child -> find(child, id))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }
}
