package al.nrm.referral;

import al.nrm.casefile.Submission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Hands a new process of a running case the facts that its steps need. */
@Component
class CaseSoFar {

    /** What every step of an incident needs to know of the case (models {@code incident}, {@code safety-response} and {@code shelter-transfer}). */
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
            "missing", List.of("fullName", "dateOfBirth"),
            "transfer", List.of(),
            "consentWithdrawn", List.of());

    /** What a stage may hold as a mere proposal; the referral itself learns it when it holds. */
    private static final List<String> SETTLED = List.of("ageGroup", "caseManager", "shelter");

    private final RuntimeService runtime;

    CaseSoFar(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void tell(Submission incident, String caseNumber) {
        List<String> needed = Stream.concat(FACTS.stream(), PROTECTED.get((String) incident.value("incident")).stream())
                .toList();
        needed.forEach(fact -> incident.put(fact, null));
        for (ProcessInstance stage : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()) {
            runtime.getVariables(stage.getId(), needed).forEach((fact, value) -> {
                if (value != null) {
                    incident.put(fact, value);
                }
            });
        }
        for (ProcessInstance referral : runtime.createProcessInstanceQuery()
                .processDefinitionKey(ReferralProcess.KEY)
                .processInstanceBusinessKey(caseNumber)
                .list()) {
            runtime.getVariables(referral.getId(), SETTLED).forEach(incident::put);
        }
    }
}
