package al.nrm.deadline;

import al.nrm.platform.CallableFromModels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The one place where a model gets its instants from. A timer's expression calls it before the task exists; the task
 * takes the same instant from the variable {@code dueAt}, so that due date and timer cannot differ.
 */
@Component("deadline")
@CallableFromModels
public class Deadline {

    static final String DUE_AT = "dueAt";
    static final String CLOCK = "clock";
    static final String RUNG_ENDS_AT = "rungEndsAt";
    private static final String WAITING_SINCE = "waitingSince";
    private static final String WAITING_ROUNDS = "waitingRounds";

    private final DeadlineTable table;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Deadline(DeadlineTable table, WorkingCalendar calendar, Clock clock) {
        this.table = table;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The due date of a step that opens now.
     *
     * @param execution the task's own execution; keeps the instant ({@code dueAt}) and the row ({@code clock})
     * @param step key of the row in the table of deadlines
     * @return an instant, in Europe/Tirane's calendar where the row counts days
     * @throws IllegalArgumentException where the table has no such row
     */
    public Date of(DelegateExecution execution, String step) {
        DeadlineRule rule = table.rule(step, execution::getVariable);
        return open(execution, step, calendar.after(clock.instant(), rule.amount(), rule.unit()));
    }

    /**
     * The end of a rung's time; its hours come from the row of the step that is overdue.
     *
     * @param execution the rung's own execution
     * @return an instant
     */
    public Date ofRung(DelegateExecution execution) {
        int hours = ((Number) execution.getVariable("rungHours")).intValue();
        Date end = open(
                execution,
                (String) execution.getVariable("rung"),
                clock.instant().plus(Duration.ofHours(hours)));
        execution.getProcessInstance().setVariable(RUNG_ENDS_AT, end);
        return end;
    }

    /**
     * The end of the next period of a wait that repeats. Periods count from the first call in the process instance
     * (start + n periods), never from the moment a timer fired.
     *
     * @param execution the waiting execution
     * @param wait key of the row in the table of deadlines
     * @return an instant, in Europe/Tirane's calendar where the row counts days
     */
    public Date every(DelegateExecution execution, String wait) {
        DelegateExecution process = execution.getProcessInstance();
        Date since = (Date) process.getVariable(WAITING_SINCE);
        int rounds = since == null ? 1 : (Integer) process.getVariable(WAITING_ROUNDS) + 1;
        Instant start = since == null ? clock.instant() : since.toInstant();
        process.setVariable(WAITING_SINCE, Date.from(start));
        process.setVariable(WAITING_ROUNDS, rounds);
        DeadlineRule rule = table.rule(wait, execution::getVariable);
        return Date.from(calendar.after(start, rounds * rule.amount(), rule.unit()));
    }

    private static Date open(DelegateExecution execution, String step, Instant due) {
        Date dueAt = Date.from(due);
        execution.setVariableLocal(DUE_AT, dueAt);
        execution.setVariableLocal(CLOCK, step);
        return dueAt;
    }
}
