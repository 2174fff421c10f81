package al.nrm.referral;

import al.nrm.casefile.Submission;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Hands a new process of a running case the facts that its steps need. */
@Component
class CaseSoFar {

    /** What the steps of an incident need to know of the case (models {@code incident}, {@code safety-response} and {@code shelter-transfer}). */
    private static final List<String> NEEDED = List.of(
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
            "highSecurity",
            "narrative",
            "placeFound",
            "injuriesVisible",
            "safeContactRule",
            "fullName",
            "dateOfBirth");

    /** What a stage may hold as a mere proposal; the referral itself learns it when it holds. */
    private static final List<String> SETTLED = List.of("ageGroup", "caseManager", "shelter");

    private final RuntimeService runtime;

    CaseSoFar(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void tell(Submission incident, String caseNumber) {
        NEEDED.forEach(fact -> incident.put(fact, null));
        for (ProcessInstance stage : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()) {
            runtime.getVariables(stage.getId(), NEEDED).forEach((fact, value) -> {
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
