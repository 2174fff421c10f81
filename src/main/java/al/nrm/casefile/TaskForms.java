package al.nrm.casefile;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells which variables the form of a task shows or asks for, and what of them its process asks for itself. */
@Component
class TaskForms {

    /** Names a task that is done for the person's life or a child, and therefore keeps its form whatever becomes of the case. */
    private static final String OUTLIVES_CASE = "outlivesCase";

    private final ProcessEngine engine;
    private final StoredForms forms = new StoredForms();

    TaskForms(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * What a task asks and shows.
     *
     * @param keys all fields of its form
     * @param gathered the fields that the forms of its process ask for, and that therefore no other stage has handed on
     * @param outlivesCase whether the model says that it is done for the person's life or a child
     */
    record TaskForm(String caseNumber, Set<String> keys, Set<String> gathered, boolean outlivesCase) {}

    /** Empty where the task is gone. */
    Optional<TaskForm> of(String taskId) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(commands -> Optional.ofNullable(
                                commands.getTaskManager().findTaskById(taskId))
                        .map(this::form));
    }

    private TaskForm form(TaskEntity task) {
        ProcessDefinitionEntity process = task.getProcessDefinition();
        return new TaskForm(
                task.getExecution().getProcessBusinessKey(),
                forms.of(process, task.getTaskDefinition().getFormDefinition()).keys(),
                gathered(process),
                outlivesCase(task));
    }

    private Set<String> gathered(ProcessDefinitionEntity process) {
        Stream<FormDefinition> tasks =
                process.getTaskDefinitions().values().stream().map(TaskDefinition::getFormDefinition);
        return Stream.concat(Stream.ofNullable(process.getStartFormDefinition()), tasks)
                .filter(form -> form.getCamundaFormDefinitionKey() != null)
                .flatMap(form -> forms.of(process, form).inputKeys().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean outlivesCase(TaskEntity task) {
        ExtensionElements extensions = task.getBpmnModelElementInstance().getExtensionElements();
        return extensions != null
                && extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .anyMatch(property -> OUTLIVES_CASE.equals(property.getCamundaName())
                                && "true".equals(property.getCamundaValue()));
    }
}
