package al.nrm.online;

import al.nrm.institution.Institutions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Names who screens a person found online: whoever reported, where that institution reports cases; otherwise the county's police for minors. */
@Component
class PrepareReferral implements JavaDelegate {

    private static final String POLICE = "state-police-minors";

    private final Institutions institutions;

    PrepareReferral(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reporter = (String) execution.getVariable("reportingInstitution");
        execution.setVariable(
                "firstResponder",
                institutions.mayReport(reporter)
                        ? reporter
                        : institutions.groupFor(POLICE, (String) execution.getVariable("county")));
        // The police have been sent at the triage, where there was a danger; a second alert would only confuse them.
        execution.setVariable("immediateDanger", false);
    }
}
