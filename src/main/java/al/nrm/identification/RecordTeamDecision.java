package al.nrm.identification;

import al.nrm.casefile.LongText;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Adds one institution's decision to the team's: the outcome holds only while all decide alike, and the reasons of each
 * are kept for whoever settles, serves or reviews it.
 */
@Component
class RecordTeamDecision implements JavaDelegate {

    static final String DISAGREED = "disagreed";

    @Override
    public void execute(DelegateExecution execution) {
        String decided = (String) execution.getVariable("outcome");
        String reasons =
                execution.getVariable("institution") + ": " + decided + "\n" + execution.getVariable("reasons");
        DelegateExecution process = execution.getProcessInstance();
        String outcome = (String) process.getVariable("outcome");
        String earlier = LongText.read(process.getVariable("decisionReasons"));
        process.setVariable("outcome", outcome == null || outcome.equals(decided) ? decided : DISAGREED);
        process.setVariable("decisionReasons", LongText.of(earlier == null ? reasons : earlier + "\n\n" + reasons));
    }
}
