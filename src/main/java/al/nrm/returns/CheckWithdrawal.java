package al.nrm.returns;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Sight;
import al.nrm.casefile.Submission;
import java.util.Collection;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Takes the withdrawal of a return at any hour from whoever works on it or has worked on it, and as long as there is something to stop. */
@Component
class CheckWithdrawal implements FormCheck {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;

    CheckWithdrawal(RuntimeService runtime, TaskService tasks, HistoryService history) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
    }

    @Override
    public String form() {
        return ReturnProcess.WITHDRAWAL_FORM;
    }

    @Override
    public void check(Submission withdrawal) {
        String caseNumber = CaseNumbers.asGiven((String) withdrawal.value("caseNumber"));
        // One sentence for both, so that a guessed number tells a stranger nothing.
        if (!isKnownTo(withdrawal.groups(), caseNumber) || !isUnderWay(caseNumber)) {
            throw new FormRefused(
                    "caseNumber", "no return with this number is under way that you work on; call whoever does");
        }
        withdrawal.belongsTo(caseNumber);
    }

    private boolean isKnownTo(Collection<String> groups, String caseNumber) {
        return Sight.narrow(tasks.createTaskQuery().processInstanceBusinessKey(caseNumber), groups)
                                .count()
                        > 0
                || groups.stream()
                        .anyMatch(group -> history.createHistoricTaskInstanceQuery()
                                        .processInstanceBusinessKey(caseNumber)
                                        .taskHadCandidateGroup(group)
                                        .count()
                                > 0);
    }

    private boolean isUnderWay(String caseNumber) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .messageEventSubscriptionName(ReturnProcess.WITHDRAWN)
                        .count()
                > 0;
    }
}
