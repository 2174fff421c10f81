package al.nrm.deadline;

import al.nrm.casefile.FormRefused;
import al.nrm.institution.Institutions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Finds the open tasks of a step whose deadline someone may still change: the institution's supervisor, the secretariat
 * and the chair, and never whoever owes the step himself, alone or with his colleagues.
 */
@Component
class ChangeableTasks {

    private static final Set<String> OF_ALL_CASES = Set.of("ra-secretariat", "ra-chair");

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Institutions institutions;

    ChangeableTasks(
            TaskService tasks, RuntimeService runtime, ManagementService management, Institutions institutions) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.institutions = institutions;
    }

    /**
     * The tasks whose timer still runs; where one institution's has fired, those of the others.
     *
     * @throws FormRefused where there is none, or the person who asks owes one
     */
    List<Task> of(String caseNumber, String step, String user, Collection<String> groups) {
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .filter(task -> isStep(task, step) && maySee(task, groups))
                .toList();
        if (open.isEmpty()) {
            throw new FormRefused("caseNumber", "no such step of a case with this number is open that you may change");
        }
        if (open.stream().anyMatch(task -> owes(task, user, groups))) {
            throw new FormRefused("step", "its deadline must be changed by someone whose institution does not owe it");
        }
        List<Task> running = open.stream().filter(this::isRunning).toList();
        if (running.isEmpty()) {
            throw new FormRefused("step", "its deadline has passed and is fixed");
        }
        return running;
    }

    private boolean isStep(Task task, String step) {
        String row = (String) runtime.getVariableLocal(task.getExecutionId(), Deadline.CLOCK);
        return row != null && (row.equals(step) || row.startsWith(step + "-"));
    }

    private boolean maySee(Task task, Collection<String> groups) {
        return groups.stream().anyMatch(OF_ALL_CASES::contains)
                || owners(task).anyMatch(owner -> institutions
                        .leadOf(owner)
                        .filter(groups::contains)
                        .isPresent());
    }

    private boolean owes(Task task, String user, Collection<String> groups) {
        return user.equals(task.getAssignee()) || owners(task).anyMatch(groups::contains);
    }

    private boolean isRunning(Task task) {
        return management
                        .createJobQuery()
                        .executionId(task.getExecutionId())
                        .timers()
                        .count()
                > 0;
    }

    private Stream<String> owners(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null);
    }
}
