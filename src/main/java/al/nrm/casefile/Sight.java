package al.nrm.casefile;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The one answer to who sees what of a case: the open tasks of one's own groups, of each the fields of its form, and
 * nothing that the case has handed on once its consent or the case itself has ended (ADR 11).
 */
@Component
public class Sight {

    /** Sees that a task is there, whosesoever it is, and no more of it (contract, section 1). */
    private static final String OPERATOR = "system-admin";

    private final TaskService tasks;
    private final TaskForms forms;
    private final CaseInForce cases;

    Sight(@Lazy TaskService tasks, TaskForms forms, CaseInForce cases) {
        this.tasks = tasks;
        this.forms = forms;
        this.cases = cases;
    }

    /**
     * Leaves of a search the open tasks that one of these groups answers for, whoever of the group has claimed them.
     *
     * @param groups whose members ask
     * @return the same search
     */
    public static TaskQuery narrow(TaskQuery search, Collection<String> groups) {
        return groups.contains(OPERATOR)
                ? search
                : search.or()
                        .taskCandidateGroupIn(groups.isEmpty() ? List.of("") : List.copyOf(groups))
                        .includeAssignedTasks()
                        .endOr();
    }

    /**
     * Tells whether members of these groups see a task at this moment.
     *
     * @param task id of a task, which need not be there
     */
    public boolean reaches(String task, Collection<String> groups) {
        return narrow(tasks.createTaskQuery().taskId(task), groups).count() > 0;
    }

    /**
     * What is shown with a task.
     *
     * @return names of variables; none where the task is gone
     */
    public Set<String> fields(String task) {
        return forms.of(task).map(this::fields).orElse(Set.of());
    }

    private Set<String> fields(TaskForms.TaskForm form) {
        if (form.outlivesCase() || cases.isInForce(form.caseNumber())) {
            return form.keys();
        }
        Set<String> left = new HashSet<>(form.keys());
        left.removeIf(key -> !OpenFacts.contains(key) && !form.gathered().contains(key));
        return left;
    }
}
