package al.nrm.governance;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.Erasures;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.KnownFacts;
import al.nrm.casefile.Sight;
import al.nrm.casefile.Submission;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * Takes in what persons ask about their own data from those who work with them, one request of a case at a time, and
 * tells nobody else whether there is such a case.
 */
@Component
class CheckDataRequest implements FormCheck {

    private static final String FORM = "data-request-register";
    private static final String PROCESS = "data-request";

    /** Who may register for any case. */
    private static final List<String> KEEPERS = List.of("dpo", "ra-secretariat");

    private static final List<String> NEEDED = List.of(
            "procedureVersion",
            "reportedAt",
            "reportingInstitution",
            "county",
            "ageGroup",
            "caseManager",
            "fullName",
            "dateOfBirth");

    private final KnownFacts known;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final CaseNumbers numbers;
    private final Erasures erasures;

    CheckDataRequest(
            KnownFacts known, TaskService tasks, RuntimeService runtime, CaseNumbers numbers, Erasures erasures) {
        this.known = known;
        this.tasks = tasks;
        this.runtime = runtime;
        this.numbers = numbers;
        this.erasures = erasures;
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public void check(Submission request) {
        String caseNumber = CaseNumbers.asGiven((String) request.value("caseNumber"));
        Map<String, Object> facts = known.of(caseNumber, NEEDED)
                .filter(found -> mayRegister(request, caseNumber, found))
                .orElseThrow(() -> new FormRefused(
                        "caseNumber",
                        "you work on no case with this number; bring the request to the data protection officer"));
        if (erasures.isOrdered(caseNumber)) {
            throw new FormRefused("caseNumber", "the content of this case is erased; nothing is held any more");
        }
        numbers.holdYearOf(caseNumber);
        if (isBeingAnswered(caseNumber)) {
            throw new FormRefused(
                    "caseNumber",
                    "a request about this case is being answered; tell the data protection officer, and report a withdrawal as an incident");
        }
        request.belongsTo(caseNumber);
        request.put("incident", "withdrawal".equals(request.value("requestKind")) ? "consentWithdrawn" : null);
        facts.forEach(request::put);
    }

    private boolean mayRegister(Submission request, String caseNumber, Map<String, Object> facts) {
        return request.groups().stream().anyMatch(KEEPERS::contains)
                || request.groups().contains((String) facts.get("caseManager"))
                || Sight.narrow(tasks.createTaskQuery().processInstanceBusinessKey(caseNumber), request.groups())
                                .count()
                        > 0;
    }

    private boolean isBeingAnswered(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                > 0;
    }
}
