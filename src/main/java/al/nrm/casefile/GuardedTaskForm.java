package al.nrm.casefile;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** A task form that only the person who works on the task may send, and nobody whom the model's four-eyes rule excludes. */
class GuardedTaskForm extends GuardedForm implements TaskFormHandler {

    private final TaskFormHandler handler;

    GuardedTaskForm(TaskFormHandler handler, StoredForms forms) {
        super(forms);
        this.handler = handler;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        return handler.createTaskForm(task);
    }

    @Override
    public void submitFormVariables(VariableMap sent, VariableScope scope) {
        TaskEntity task = (TaskEntity) scope;
        String sender = sender().getUserId();
        handler.submitFormVariables(
                withoutAuthorization(() -> {
                    if (sender != null) {
                        takeOn(task, sender);
                        refuseSecondDecision(task, sender);
                    }
                    CaseForm form = forms.of(
                            task.getProcessDefinition(),
                            task.getTaskDefinition().getFormDefinition());
                    return accepted(form, sent, task.getVariables());
                }),
                scope);
    }

    private static void takeOn(TaskEntity task, String sender) {
        if (task.getAssignee() == null) {
            task.setAssignee(sender);
        } else if (!task.getAssignee().equals(sender)) {
            throw new FormRefused("assignee", "another person has claimed this task");
        }
    }

    /** The property {@code notBy} lists tasks: who completed one of them in this case may not complete this one. */
    private static void refuseSecondDecision(TaskEntity task, String sender) {
        List<String> excluded = notBy(task);
        HistoryService history = task.getProcessEngineServices().getHistoryService();
        if (!excluded.isEmpty()
                && history.createHistoricTaskInstanceQuery()
                                .processInstanceBusinessKey(task.getExecution().getProcessBusinessKey())
                                .taskDefinitionKeyIn(excluded.toArray(String[]::new))
                                .taskAssignee(sender)
                                .finished()
                                .count()
                        > 0) {
            throw new FormRefused("assignee", "the same person may not decide twice in a case");
        }
    }

    private static List<String> notBy(TaskEntity task) {
        ExtensionElements extensions = task.getBpmnModelElementInstance().getExtensionElements();
        return extensions == null
                ? List.of()
                : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .map(CamundaProperties::getCamundaProperties)
                        .flatMap(Collection::stream)
                        .filter(property -> "notBy".equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .flatMap(value -> Arrays.stream(value.split("\\s*,\\s*")))
                        .toList();
    }
}
