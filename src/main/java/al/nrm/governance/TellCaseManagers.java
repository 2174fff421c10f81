package al.nrm.governance;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.Erasures;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.KnownFacts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens, in each case that a breach concerns and in no other, the step by which its case manager tells the person. */
@Component
class TellCaseManagers implements JavaDelegate {

    private static final String CASES = "casesConcerned";
    private static final String OPENED = "breach-notice.opened";
    private static final List<String> NEEDED = List.of("reportedAt", "county", "ageGroup", "caseManager", "fullName");

    private final KnownFacts known;
    private final Erasures erasures;
    private final RuntimeService runtime;

    TellCaseManagers(KnownFacts known, Erasures erasures, RuntimeService runtime) {
        this.known = known;
        this.erasures = erasures;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution breach) {
        String written = Optional.ofNullable((String) breach.getVariable(CASES)).orElse("");
        List<String> listed = Arrays.stream(written.split("[,;\\s]+"))
                .filter(number -> !number.isEmpty())
                .map(CaseNumbers::asGiven)
                .toList();
        Map<String, Map<String, Object>> concerned = new LinkedHashMap<>();
        for (String number : listed) {
            concerned.put(number, facts(number, listed.indexOf(number) + 1));
        }
        if (concerned.isEmpty()) {
            throw new FormRefused(CASES, "where the risk is high, say which cases are concerned");
        }
        concerned.forEach((number, facts) -> runtime.createMessageCorrelation(OPENED)
                .processInstanceBusinessKey(number)
                .setVariables(facts)
                .setVariable("caseNumber", number)
                .setVariable("riskFindings", breach.getVariable("riskFindings"))
                .correlateStartMessage());
    }

    private Map<String, Object> facts(String number, int place) {
        return known.of(number, NEEDED)
                .filter(facts -> facts.get("caseManager") != null && !erasures.isOrdered(number))
                .orElseThrow(() -> new FormRefused(CASES, "number %d of the list is no case", place));
    }
}
