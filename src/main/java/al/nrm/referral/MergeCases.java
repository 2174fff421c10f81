package al.nrm.referral;

import al.nrm.audit.Happening;
import al.nrm.audit.Trail;
import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.PersonPrints;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ties two cases of one person together: each trail names the other, no history changes, and one case goes on. */
@Component
class MergeCases implements JavaDelegate {

    private final RuntimeService runtime;
    private final CaseSoFar caseSoFar;
    private final CaseNumbers numbers;
    private final PersonPrints prints;
    private final Trail trail;

    MergeCases(RuntimeService runtime, CaseSoFar caseSoFar, CaseNumbers numbers, PersonPrints prints, Trail trail) {
        this.runtime = runtime;
        this.caseSoFar = caseSoFar;
        this.numbers = numbers;
        this.prints = prints;
        this.trail = trail;
    }

    @Override
    public void execute(DelegateExecution check) {
        String merged = check.getProcessBusinessKey();
        String other = (String) check.getVariable("otherCase");
        // Two cases that are merged into each other in the same moment would both end.
        Stream.of(merged, other).sorted().forEach(numbers::holdYearOf);
        boolean runs = caseSoFar.runs(other);
        check.setVariable("otherCaseRuns", runs);
        tell(merged, runs ? "case.merged" : "case.linked", other);
        tell(other, runs ? "case.taken-over" : "case.linked", merged);
        if (runs) {
            prints.forget(merged);
            runtime.createMessageCorrelation("case-merge.begun")
                    .processInstanceBusinessKey(other)
                    .setVariables(caseSoFar.of(other, List.of()))
                    .setVariable("caseNumber", other)
                    .setVariable("mergedCase", merged)
                    .correlateStartMessage();
        }
    }

    private void tell(String caseNumber, String what, String otherCase) {
        trail.record(new Happening(caseNumber, what, null, Map.of("otherCase", otherCase)));
    }
}
