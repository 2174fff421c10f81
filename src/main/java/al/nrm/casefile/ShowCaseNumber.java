package al.nrm.casefile;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts the case number on every card of the task list: there a person sees the variables of the task, not those of the
 * process, which he has no right to.
 */
@Component
class ShowCaseNumber {

    @EventListener(condition = "#task.eventName == 'create'")
    void onCreate(DelegateTask task) {
        task.setVariableLocal(SeedFilters.CASE_NUMBER, task.getExecution().getProcessBusinessKey());
    }
}
