package al.nrm.evidence;

import al.nrm.language.Words;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Keeps files out of the steps whose model says so: what is shown in a report of abuse online is never stored, by nobody. */
@Component
class NoFiles {

    private static final String PROPERTY = "noFiles";

    private final TaskService tasks;
    private final RepositoryService repository;

    NoFiles(TaskService tasks, RepositoryService repository) {
        this.tasks = tasks;
        this.repository = repository;
    }

    /** @throws EvidenceRefused where the step takes none */
    void check(String task) {
        Task open = tasks.createTaskQuery().taskId(task).singleResult();
        boolean refused = repository
                .getBpmnModelInstance(open.getProcessDefinitionId())
                .getModelElementsByType(CamundaProperty.class)
                .stream()
                .anyMatch(property -> PROPERTY.equals(property.getCamundaName())
                        && "true".equals(property.getCamundaValue())
                        && isIn(property, open.getTaskDefinitionKey()));
        if (refused) {
            throw new EvidenceRefused(
                    HttpServletResponse.SC_FORBIDDEN,
                    Words.say(
                            "This step takes no files: what is shown online is never stored, only where it was seen and its hash"));
        }
    }

    private static boolean isIn(ModelElementInstance element, String task) {
        ModelElementInstance above = element;
        while (above != null && !task.equals(above.getAttributeValue("id"))) {
            above = above.getParentElement();
        }
        return above != null;
    }
}
