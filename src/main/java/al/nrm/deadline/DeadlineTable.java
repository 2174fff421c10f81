package al.nrm.deadline;

import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Finds the row of {@code deadlines.dmn} that holds for a step of a case. */
@Component
class DeadlineTable {

    private final DecisionService decisions;

    DeadlineTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * @param step key of the row, such as {@code P1-04}
     * @param facts gives the facts of the case by name
     * @throws IllegalArgumentException where the table has no row for the step
     */
    DeadlineRule rule(String step, Function<String, Object> facts) {
        return find(step, facts)
                .orElseThrow(() -> new IllegalArgumentException("The table of deadlines has no row for step " + step));
    }

    /** The row, or nothing where the table has none for it. */
    Optional<DeadlineRule> find(String step, Function<String, Object> facts) {
        VariableMap inputs = Variables.createVariables()
                .putValue("step", step)
                .putValue("ageGroup", facts.apply("ageGroup"))
                .putValue("channel", facts.apply("channel"))
                .putValue("reportedOn", day((Date) facts.apply("reportedAt")));
        DmnDecisionTableResult rows = decisions
                .evaluateDecisionTableByKey("deadlines")
                .variables(inputs)
                .evaluate();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(DeadlineRule.of(rows.getFirstResult().getEntryMap()));
    }

    /** The day of the report in Tirana; as text, because a date object would be read in the JVM's zone. */
    private static String day(Date reportedAt) {
        return reportedAt == null
                ? null
                : WorkingCalendar.dayOf(reportedAt.toInstant()).toString();
    }
}
