package al.nrm.online;

import al.nrm.deadline.WorkingCalendar;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Weighs reports by the table that the secretariat keeps ({@code online-severity.dmn}). */
@Component
class HarmRules {

    private static final List<String> FACTS = List.of("immediateDanger", "ageGroup", "county", OnlineReport.INDICATORS);

    /** From here on harm is imminent, as in the model. */
    private static final int IMMINENT = 100;

    private final DecisionService decisions;

    HarmRules(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** Weighs the reports of one batch; the engine keeps a record of every decision, and one for each kind of report is enough. */
    class Scale {

        private final Map<VariableMap, Integer> known = new HashMap<>();

        int severity(OnlineReport report) {
            VariableMap facts = Variables.createVariables();
            FACTS.forEach(fact -> facts.put(fact, report.fields().get(fact)));
            return known.computeIfAbsent(facts, HarmRules.this::severity);
        }
    }

    /** Whether harm is imminent by a report, and was not by what is known: that must not wait in the other's place. */
    boolean isRaisedBy(int severity, int known) {
        return severity >= IMMINENT && known < IMMINENT;
    }

    Scale scale() {
        return new Scale();
    }

    private int severity(VariableMap facts) {
        Number severity = decisions
                .evaluateDecisionTableByKey("online-severity")
                .variables(facts)
                .evaluate()
                .getSingleEntry();
        return severity.intValue();
    }

    /** The procedures in force on the day of the report, as for every case. */
    String version(Instant receivedAt) {
        return decisions
                .evaluateDecisionTableByKey("procedure-version")
                .variables(Variables.putValue(
                        "reportedOn", WorkingCalendar.dayOf(receivedAt).toString()))
                .evaluate()
                .getSingleEntry();
    }
}
