package al.nrm.casefile;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Orders that a case's content be erased: carried out once the order itself can't be lost any more. */
@Component
class EraseContent implements JavaDelegate {

    private final Erasures erasures;

    EraseContent(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        erasures.order(execution.getProcessBusinessKey(), (String) execution.getVariable("keptBecause"));
    }
}
