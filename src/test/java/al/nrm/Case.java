package al.nrm;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** One person's case as a test sees it: who has which step open, what happens when someone acts or a deadline passes. */
public record Case(Cases cases, String root, String number) {

    /** Every open task as "step group", sorted. */
    public List<String> open() {
        return tasks().map(task -> step(task) + " " + group(task)).sorted().toList();
    }

    /** The open task of a step; where several institutions have it, the one of {@code group}. */
    public Task task(String step, String group) {
        return tasks().filter(task -> step(task).equals(step) && group(task).equals(group))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not open for " + group + ", but " + open()));
    }

    public Task task(String step) {
        return tasks().filter(task -> step(task).equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not open, but " + open()));
    }

    /** The user whose id is the responsible group's claims and completes a step, plainly but for {@code fields}. */
    public Case complete(String step, Map<String, Object> fields) {
        Task task = task(step);
        return complete(task, group(task), fields);
    }

    public Case complete(String step) {
        return complete(step, Map.of());
    }

    public Case completeAs(String step, String user, Map<String, Object> fields) {
        Task task = cases.as(user, () -> tasksOf(user)
                .filter(open -> step(open).equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(user + " has no " + step + "; open are " + open())));
        return complete(task, user, fields);
    }

    private Case complete(Task task, String user, Map<String, Object> fields) {
        cases.as(user, () -> {
            if (!user.equals(task.getAssignee())) {
                cases.engine.getTaskService().claim(task.getId(), user);
            }
            Map<String, Object> filled = PlainForm.of(cases.forms().getDeployedTaskForm(task.getId()))
                    .fill(fields);
            cases.forms().submitTaskForm(task.getId(), filled);
            return null;
        });
        return this;
    }

    /** The person wants no services and breaks the reintegration off: it ends at once. */
    public Case breakOffReintegration() {
        return complete("P4-01", Map.of("requestedServices", List.of("none")))
                .complete("P4-08", Map.of("phaseDecision", "leaves"));
    }

    /** All that Tasklist asks of the server when a member of a group does the task: the list, the form, claim and answer. */
    Case answerAsStaff(Task task, String user, Map<String, Object> fields) {
        cases.as(user, () -> cases.engine
                .getTaskService()
                .createTaskQuery()
                .taskCandidateGroup(user)
                .includeAssignedTasks()
                .orderByDueDate()
                .asc()
                .listPage(0, 15));
        return complete(task, user, fields);
    }

    /** The deadline of a step passes now: its timer fires. */
    public Case miss(String step) {
        return miss(task(step));
    }

    public Case miss(Task task) {
        cases.engine.getManagementService().executeJob(timer(task).getId());
        return this;
    }

    /** The timer on the task, whose due date is the task's. */
    public Job timer(Task task) {
        List<Job> timers = cases.engine
                .getManagementService()
                .createJobQuery()
                .executionId(task.getExecutionId())
                .timers()
                .list();
        if (timers.size() != 1) {
            throw new AssertionError(task.getName() + " has " + timers.size() + " timers");
        }
        return timers.get(0);
    }

    /** Fires the next timer that is no task's deadline. */
    public Case letTimePass() {
        Job next = waits().min(Comparator.comparing(Job::getDuedate))
                .orElseThrow(() -> new AssertionError("Nothing waits in case " + number));
        cases.engine.getManagementService().executeJob(next.getId());
        return this;
    }

    /** Timers of the case that are no task's deadline. */
    public Stream<Job> waits() {
        List<String> deadlines = tasks().map(Task::getExecutionId).toList();
        return instances()
                .flatMap(instance -> cases
                        .engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .list()
                        .stream())
                .filter(job -> !deadlines.contains(job.getExecutionId()));
    }

    /** The last end event of the process this case began with, or null while it runs. */
    public String end() {
        boolean ended = cases.engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(root)
                        .finished()
                        .count()
                == 1;
        return !ended
                ? null
                : cases
                        .engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(root)
                        .orderByHistoricActivityInstanceEndTime()
                        .asc()
                        .list()
                        .stream()
                        .filter(activity -> activity.getActivityType().endsWith("EndEvent"))
                        .reduce((first, second) -> second)
                        .map(HistoricActivityInstance::getActivityId)
                        .orElse(null);
    }

    /** The values that the stages of the case hold or held under this name, without empty ones and doubles. */
    public List<Object> fact(String name) {
        return cases
                .engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .flatMap(instance -> cases
                        .engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .variableName(name)
                        .list()
                        .stream())
                .map(HistoricVariableInstance::getValue)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What one running process of the case holds under this name; null where it holds nothing. */
    public Object runningFact(ProcessInstance instance, String name) {
        return cases.engine.getRuntimeService().getVariable(instance.getId(), name);
    }

    /** The processes of the case that run now, by key, sorted. */
    public List<String> running() {
        return instances()
                .map(instance -> instance.getProcessDefinitionId().split(":")[0])
                .sorted()
                .toList();
    }

    public Stream<ProcessInstance> instances() {
        return cases
                .engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .stream();
    }

    public Stream<Task> tasks() {
        return cases.engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream();
    }

    private Stream<Task> tasksOf(String user) {
        List<String> groups = cases.engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
        return tasks().filter(task -> groups.contains(group(task)));
    }

    /** The responsible group: a task has exactly one candidate, and that is a group. */
    public String group(Task task) {
        List<IdentityLink> candidates = cases.engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        if (candidates.size() != 1 || candidates.get(0).getGroupId() == null) {
            throw new AssertionError(task.getName() + " is not one group's alone");
        }
        return candidates.get(0).getGroupId();
    }

    private String step(Task task) {
        UserTask model = cases.engine
                .getRepositoryService()
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return model
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .singleResult()
                .getCamundaProperties()
                .stream()
                .filter(property -> property.getCamundaName().equals("sopStep"))
                .findFirst()
                .orElseThrow()
                .getCamundaValue();
    }

    /** When the deadline of a step passes: task and timer must say the same, to the millisecond. */
    public Instant due(String step) {
        return due(task(step));
    }

    public Instant due(Task task) {
        Instant timer = timer(task).getDuedate().toInstant();
        if (!timer.equals(task.getDueDate().toInstant())) {
            throw new AssertionError(task.getName() + " is due at " + task.getDueDate() + ", its timer at " + timer);
        }
        return timer;
    }

    /** When the waits of the case end that are no task's deadline, sorted. */
    public List<Instant> waitsUntil() {
        return waits().map(wait -> wait.getDuedate().toInstant()).sorted().toList();
    }

    /** Every rung of a ladder that is open now as "rung group", sorted. */
    public List<String> ladder() {
        return open().stream().filter(task -> task.startsWith("E")).toList();
    }
}
