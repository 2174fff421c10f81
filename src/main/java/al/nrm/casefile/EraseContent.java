package al.nrm.casefile;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Orders that a case's content be erased, where its time is still over: a longer period may have come into force since the
 * erasure was asked for, or the case may be at work again. Carried out once the order itself can't be lost any more.
 */
@Component
class EraseContent implements JavaDelegate {

    private final Erasures erasures;
    private final Retention retention;
    private final CaseNumbers numbers;

    EraseContent(Erasures erasures, Retention retention, CaseNumbers numbers) {
        this.erasures = erasures;
        this.retention = retention;
        this.numbers = numbers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        numbers.holdYearOf(execution.getProcessBusinessKey());
        if (!retention.isStillDue(execution.getProcessBusinessKey())) {
            throw new FormRefused(
                    "erasureConfirmed",
                    "its time is not over any more by the table of retention, or something of the case is at work again; answer “No”");
        }
        erasures.order(execution.getProcessBusinessKey(), (String) execution.getVariable("keptBecause"));
    }
}
