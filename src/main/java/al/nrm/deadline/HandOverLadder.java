package al.nrm.deadline;

import al.nrm.institution.Institutions;
import al.nrm.institution.RerouteTask;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Hands the ladder of an overdue task over together with it, so that only those above its new owner see and climb it. */
@Component
public class HandOverLadder {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Institutions institutions;
    private final RerouteTask reroute;

    HandOverLadder(RuntimeService runtime, TaskService tasks, Institutions institutions, RerouteTask reroute) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.institutions = institutions;
        this.reroute = reroute;
    }

    /**
     * Makes a group the late one in the ladder of a task, where the task has a ladder; the rung's time goes on.
     *
     * @param overdueTask id of the task that is handed over
     * @param receiver group id of its new owner
     */
    public void of(String overdueTask, String receiver) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(EscalationProcess.KEY)
                .variableValueEquals("overdueTask", overdueTask)
                .list()
                .forEach(ladder -> handOver(ladder, receiver));
    }

    private void handOver(ProcessInstance ladder, String receiver) {
        runtime.setVariable(ladder.getId(), "overdueInstitution", receiver);
        exchange(ladder, "supervisor", institutions.leadOf(receiver).orElseThrow());
        exchange(ladder, "raSeat", institutions.seatOf(receiver).orElseThrow());
    }

    private void exchange(ProcessInstance ladder, String role, String now) {
        String before = (String) runtime.getVariable(ladder.getId(), role);
        runtime.setVariable(ladder.getId(), role, now);
        if (before != null && !before.equals(now)) {
            tasks
                    .createTaskQuery()
                    .processInstanceId(ladder.getId())
                    .taskCandidateGroup(before)
                    .includeAssignedTasks()
                    .list()
                    .stream()
                    .map(Task::getId)
                    .forEach(rung -> reroute.move(rung, before, now));
        }
    }
}
