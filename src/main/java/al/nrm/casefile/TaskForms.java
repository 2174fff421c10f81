package al.nrm.casefile;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells which variables the form of a task shows or asks for. */
@Component
class TaskForms {

    private final ProcessEngine engine;
    private final StoredForms forms = new StoredForms();

    TaskForms(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** The keys of the task's form; none where the task is gone. */
    Set<String> keys(String taskId) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(commands -> {
                    TaskEntity task = commands.getTaskManager().findTaskById(taskId);
                    return task == null
                            ? Set.of()
                            : forms.of(
                                            task.getProcessDefinition(),
                                            task.getTaskDefinition().getFormDefinition())
                                    .keys();
                });
    }
}
