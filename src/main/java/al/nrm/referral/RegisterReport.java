package al.nrm.referral;

import al.nrm.deadline.WorkingCalendar;
import al.nrm.institution.Institutions;
import java.time.Clock;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Fixes what stays with the case from the first moment: time of the report, procedure version, and who answers for it. A
 * referral that goes on with a case begun elsewhere keeps what is fixed already.
 */
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
        fix(execution, "reportedAt", () -> now);
        fix(execution, "procedureVersion", () -> versionInForce(now));
        fix(execution, "identificationStatus", () -> "none");
        fix(execution, "closureReason", () -> null);
        fix(execution, "shelter", () -> null);
        // Until a shelter accepts the person, the regional State Social Service is the case manager's institution.
        fix(execution, "caseManager", () -> institutions.groupFor("state-social-service-regional", county));
    }

    private static void fix(DelegateExecution execution, String fact, Supplier<Object> value) {
        if (execution.getVariable(fact) == null) {
            execution.setVariable(fact, value.get());
        }
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
