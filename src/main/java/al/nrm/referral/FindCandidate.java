package al.nrm.referral;

import al.nrm.casefile.KnownFacts;
import al.nrm.casefile.PersonPrints;
import al.nrm.deadline.WorkingCalendar;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lays one possible duplicate after the other before the secretariat, of the other case no more than what is open. */
@Component
class FindCandidate implements JavaDelegate {

    /** Three namesakes born on one day are a coincidence that no fourth comparison clears up. */
    private static final int MOST = 3;

    private static final String AGREES = "+";

    private static final List<String> SHOWN = List.of("county", "reportingInstitution", "reportedAt");

    private final PersonPrints prints;
    private final KnownFacts known;
    private final CaseSoFar caseSoFar;

    FindCandidate(PersonPrints prints, KnownFacts known, CaseSoFar caseSoFar) {
        this.prints = prints;
        this.known = known;
        this.caseSoFar = caseSoFar;
    }

    @Override
    public void execute(DelegateExecution check) {
        String left = (String) check.getVariable("candidates");
        List<String> candidates = left == null
                ? first(check)
                : Arrays.stream(left.split(" "))
                        .filter(candidate -> !candidate.isEmpty())
                        .toList();
        check.setVariable("candidates", candidates.stream().skip(1).collect(Collectors.joining(" ")));
        if (candidates.isEmpty()) {
            check.setVariable("otherCase", null);
        } else {
            show(check, candidates.get(0));
        }
    }

    /** Whom a colleague names is compared alone; a report is compared with what its fingerprint finds. */
    private List<String> first(DelegateExecution check) {
        String named = (String) check.getVariable("otherCase");
        if (named != null) {
            return List.of(named);
        }
        return prints
                .keep(
                        check.getProcessBusinessKey(),
                        (String) check.getVariable("fullName"),
                        (String) check.getVariable("dateOfBirth"),
                        (String) check.getVariable("parentName"))
                .stream()
                .limit(MOST)
                .map(alike -> alike.caseNumber() + (alike.parentAgrees() ? AGREES : ""))
                .toList();
    }

    private void show(DelegateExecution check, String candidate) {
        String other = candidate.replace(AGREES, "");
        Map<String, Object> facts = known.of(other, SHOWN).orElse(Map.of());
        check.setVariable("otherCase", other);
        check.setVariable("parentAgrees", candidate.endsWith(AGREES) ? true : null);
        check.setVariable("otherCaseRuns", caseSoFar.runs(other));
        check.setVariable("otherCounty", facts.get("county"));
        check.setVariable("otherReportedBy", facts.get("reportingInstitution"));
        check.setVariable(
                "otherReportedOn",
                facts.get("reportedAt") instanceof Date reported
                        ? WorkingCalendar.dayOf(reported.toInstant()).toString()
                        : null);
    }
}
