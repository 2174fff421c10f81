package al.nrm.deadline;

import java.time.Instant;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Lays the periods of a repeated wait end to end from the start of its process. The row {@code P4-07-wait} gives the
 * first period, and each further one until a row such as {@code P4-07-wait-4} says otherwise from the fourth on.
 */
@Component
class Periods {

    private static final String WAITING_ROUNDS = "waitingRounds";

    private final DeadlineTable table;
    private final WorkingCalendar calendar;
    private final Starts starts;
    private final ManagementService management;

    Periods(DeadlineTable table, WorkingCalendar calendar, Starts starts, ManagementService management) {
        this.table = table;
        this.calendar = calendar;
        this.starts = starts;
        this.management = management;
    }

    /** The end of the next period; of the present one where its wait lasts and only asks again. */
    Instant end(DelegateExecution execution, String wait) {
        DelegateExecution process = execution.getProcessInstance();
        Integer waited = (Integer) process.getVariable(WAITING_ROUNDS);
        int round = waited == null ? 1 : lasts(execution) ? waited : waited + 1;
        Instant start = starts.ofProcess(process);
        process.setVariable(WAITING_ROUNDS, round);
        return endOf(round, wait, start, execution::getVariable);
    }

    private boolean lasts(DelegateExecution execution) {
        return management
                        .createJobQuery()
                        .executionId(execution.getId())
                        .timers()
                        .count()
                > 0;
    }

    /** All periods are added at once: one after the other, a clock change or a short month in between would stay in. */
    private Instant endOf(int round, String wait, Instant start, Function<String, Object> facts) {
        DeadlineRule period = table.rule(wait, facts);
        DeadlineUnit unit = period.unit();
        int amount = period.amount();
        for (int next = 2; next <= round; next++) {
            period = table.find(wait + "-" + next, facts).orElse(period);
            if (period.unit() != unit) {
                throw new IllegalArgumentException("The periods of " + wait + " do not all count in " + unit);
            }
            amount += period.amount();
        }
        return calendar.after(start, amount, unit);
    }
}
