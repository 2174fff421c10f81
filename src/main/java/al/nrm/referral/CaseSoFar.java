package al.nrm.referral;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.Submission;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Hands a new process of a running case the facts that its steps need. */
@Component
class CaseSoFar {

    /** What every step of an incident needs to know of the case (models {@code incident} and what it begins). */
    private static final List<String> FACTS = List.of(
            "procedureVersion",
            "reportedAt",
            "reportingInstitution",
            "county",
            "channel",
            "ageGroup",
            "sex",
            "nationality",
            "interpreterLanguage",
            "caseManager",
            "shelter",
            "withChildren",
            "highSecurity");

    /** What is protected of the case and shown by the step that the incident opens; a process holds nothing else of it. */
    private static final Map<String, List<String>> PROTECTED = Map.of(
            "immediateDanger", List.of("narrative", "placeFound", "injuriesVisible", "safeContactRule"),
            "retrafficked", List.of("narrative", "placeFound", "injuriesVisible", "safeContactRule"),
            "missing", List.of("fullName", "dateOfBirth"),
            "transfer", List.of(),
            "consentWithdrawn", List.of(),
            "died", List.of("fullName", "dateOfBirth"),
            "duplicate", List.of("fullName", "dateOfBirth"),
            "roleLapsed", List.of(),
            "planReview", List.of());

    /** What a stage may hold as a mere proposal; the referral itself learns it when it holds. */
    private static final List<String> SETTLED = List.of("ageGroup", "caseManager", "shelter");

    private final RuntimeService runtime;

    CaseSoFar(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void tell(Submission incident, String caseNumber) {
        of(caseNumber, PROTECTED.get((String) incident.value("incident"))).forEach(incident::put);
    }

    /** The facts that every process of the case needs, and those that are asked for. */
    Map<String, Object> of(String caseNumber, List<String> asked) {
        List<String> needed = Stream.concat(FACTS.stream(), asked.stream()).toList();
        Map<String, Object> facts = new HashMap<>();
        needed.forEach(fact -> facts.put(fact, null));
        for (ProcessInstance stage : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()) {
            runtime.getVariables(stage.getId(), needed).forEach((fact, value) -> {
                if (value != null) {
                    facts.put(fact, value);
                }
            });
        }
        beginnings(caseNumber).forEach(beginning -> facts.putAll(runtime.getVariables(beginning.getId(), SETTLED)));
        return facts;
    }

    /** Whether one of these groups is the case manager's institution, which answers for the case between its tasks too. */
    boolean isLedBy(List<String> groups, String caseNumber) {
        return beginnings(caseNumber)
                .map(beginning -> runtime.getVariable(beginning.getId(), "caseManager"))
                .anyMatch(groups::contains);
    }

    /** What the case began with; a referral that began with something else knows better than that. */
    private Stream<ProcessInstance> beginnings(String caseNumber) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKeyIn(CaseNumbers.BEGINNINGS.toArray(String[]::new))
                .list()
                .stream()
                .sorted(Comparator.comparing(
                        beginning -> beginning.getProcessDefinitionId().startsWith(ReferralProcess.KEY + ":")));
    }

    /** Whether the case runs and could end by a death or a merger. */
    boolean runs(String caseNumber) {
        return waitsFor(ReferralProcess.ENDED, caseNumber);
    }

    /** The response to the case runs on a consent, and waits for its withdrawal as long as it runs. */
    boolean isConsentInForce(String caseNumber) {
        return waitsFor(ReferralProcess.WITHDRAWN, caseNumber);
    }

    private boolean waitsFor(String message, String caseNumber) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .messageEventSubscriptionName(message)
                        .count()
                > 0;
    }
}
