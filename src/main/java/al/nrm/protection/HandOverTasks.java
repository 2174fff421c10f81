package al.nrm.protection;

import al.nrm.deadline.HandOverLadder;
import al.nrm.institution.RerouteTask;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Hands the case manager's open tasks over to the shelter that received the person; the shelter that gave the person away
 * keeps neither a task, nor a rung of a ladder, nor the right to see one. Due dates stay: a transfer is no excuse.
 */
@Component
class HandOverTasks implements JavaDelegate {

    private static final String CASE_MANAGER = "${caseManager}";

    private final TaskService tasks;
    private final RepositoryService repository;
    private final RerouteTask reroute;
    private final HandOverLadder ladders;

    HandOverTasks(TaskService tasks, RepositoryService repository, RerouteTask reroute, HandOverLadder ladders) {
        this.tasks = tasks;
        this.repository = repository;
        this.reroute = reroute;
        this.ladders = ladders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String receiver = (String) execution.getVariable("shelter");
        String giver = (String) execution.getVariable("caseManager");
        if (giver.equals(receiver)) {
            return;
        }
        tasks
                .createTaskQuery()
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .taskCandidateGroup(giver)
                .includeAssignedTasks()
                .list()
                .stream()
                .filter(this::isCaseManagers)
                .forEach(task -> handOver(task, giver, receiver));
    }

    private boolean isCaseManagers(Task task) {
        UserTask model = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return List.of(CASE_MANAGER).equals(model.getCamundaCandidateGroupsList());
    }

    private void handOver(Task task, String giver, String receiver) {
        reroute.move(task.getId(), giver, receiver);
        ladders.of(task.getId(), receiver);
    }
}
