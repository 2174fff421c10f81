package al.nrm.referral;

import al.nrm.deadline.WorkingCalendar;
import al.nrm.institution.Institutions;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Fixes what stays with the case from the first moment: time of the report, procedure version, and who answers for it. */
@Component
class RegisterReport implements JavaDelegate {

    private final Institutions institutions;
    private final DecisionService decisions;
    private final Clock clock;

    RegisterReport(Institutions institutions, DecisionService decisions, Clock clock) {
        this.institutions = institutions;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Date now = Date.from(clock.instant());
        String county = (String) execution.getVariable("county");
        execution.setVariable("reportedAt", now);
        execution.setVariable("procedureVersion", versionInForce(now));
        execution.setVariable("identificationStatus", "none");
        execution.setVariable("closureReason", null);
        execution.setVariable("shelter", null);
        // Until a shelter accepts the person, the regional State Social Service is the case manager's institution.
        execution.setVariable("caseManager", institutions.groupFor("state-social-service-regional", county));
    }

    private String versionInForce(Date reportedAt) {
        return decisions
                .evaluateDecisionTableByKey("procedure-version")
                .variables(Variables.putValue(
                        "reportedOn",
                        WorkingCalendar.dayOf(reportedAt.toInstant()).toString()))
                .evaluate()
                .getSingleEntry();
    }
}
