package al.nrm.online;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/**
 * Fixes what stays with the case from the first moment: when it was reported, under which procedures, and how grave it is. A
 * report that came by the form is looked up here; one of a batch was at its intake.
 */
@Component
class RegisterOnlineReport implements JavaDelegate {

    /** The report's id among those that have come in. */
    static final String REPORT = "onlineReport";

    private static final String UNKNOWN_COUNTRY = "XXX";

    private final OnlineIntake intake;
    private final HarmRules harm;
    private final Clock clock;

    RegisterOnlineReport(OnlineIntake intake, HarmRules harm, Clock clock) {
        this.intake = intake;
        this.harm = harm;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String sameAs = null;
        if (!execution.hasVariable(REPORT)) {
            OnlineReport report = OnlineReport.held(execution::getVariable);
            OnlineIntake.Entered entered = intake.enter(
                    (String) execution.getVariable("reportingInstitution"), report, execution.getProcessBusinessKey());
            sameAs = entered.sameAs();
            // What the form leaves open.
            VariableMap complete = report.variables();
            List.of("sex", OnlineReport.INDICATORS)
                    .forEach(field -> execution.setVariable(field, complete.getValueTyped(field)));
            execution.setVariable("reportedAt", Date.from(clock.instant()));
            execution.setVariable("severity", entered.severity());
            execution.setVariable(REPORT, entered.id());
        }
        Instant reportedAt = ((Date) execution.getVariable("reportedAt")).toInstant();
        execution.setVariable("procedureVersion", harm.version(reportedAt));
        execution.setVariable("channel", "online");
        execution.setVariable("nationality", UNKNOWN_COUNTRY);
        execution.setVariable("sameAs", sameAs);
        // What is known already is looked into under the number of the report that came first.
        execution.setVariable("closureReason", sameAs == null ? null : "transferred");
    }
}
