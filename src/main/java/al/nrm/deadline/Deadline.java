package al.nrm.deadline;

import al.nrm.platform.CallableFromModels;
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

    private static final Duration A_MOMENT = Duration.ofMinutes(15);

    static final String DUE_AT = "dueAt";
    static final String CLOCK = "clock";
    static final String RUNG_ENDS_AT = "rungEndsAt";

    /** Kept where somebody has moved the due date of this very step: what was decided holds. */
    static final String DECIDED = "dueDecided";

    private final DeadlineTable table;
    private final WorkingCalendar calendar;
    private final Starts starts;
    private final Periods periods;

    Deadline(DeadlineTable table, WorkingCalendar calendar, Starts starts, Periods periods) {
        this.table = table;
        this.calendar = calendar;
        this.starts = starts;
        this.periods = periods;
    }

    /**
     * The due date of a step that opens now; of one that is open, counted from its own opening.
     *
     * @param execution the task's own execution; keeps the instant ({@code dueAt}) and the row ({@code clock})
     * @param step key of the row in the table of deadlines
     * @return an instant, in Europe/Tirane's calendar where the row counts days
     * @throws IllegalArgumentException where the table has no such row
     */
    public Date of(DelegateExecution execution, String step) {
        DeadlineRule rule = table.rule(step, execution::getVariable);
        return open(execution, step, calendar.after(starts.ofTask(execution), rule.amount(), rule.unit()));
    }

    /**
     * The due date of a step whose time the law counts from a day or moment of the case, and not from the task's opening.
     *
     * @param execution the task's own execution; keeps the instant ({@code dueAt}) and the row ({@code clock})
     * @param step key of the row in the table of deadlines
     * @param event name of the variable that holds the moment, or the day or moment as a form's page sends it
     * @return an instant, in Europe/Tirane's calendar where the row counts days, at least a quarter of an hour after the opening
     * @throws IllegalArgumentException where the table has no such row or the case no such day
     */
    public Date from(DelegateExecution execution, String step, String event) {
        DeadlineRule rule = table.rule(step, execution::getVariable);
        return open(
                execution,
                step,
                notPassed(execution, calendar.after(moment(execution, step, event), rule.amount(), rule.unit())));
    }

    /**
     * The due date of a step that must be done before something happens; what has been announced too late is due a quarter
     * of an hour after its opening, and climbs then.
     *
     * @param execution the task's own execution; keeps the instant ({@code dueAt}) and the row ({@code clock})
     * @param step key of the row in the table of deadlines: how long before
     * @param event name of the variable that holds the moment, or the day or moment as a form's page sends it
     * @return an instant, in Europe/Tirane's calendar where the row counts days, at least a quarter of an hour after the opening
     * @throws IllegalArgumentException where the table has no such row or the case no such day
     */
    public Date before(DelegateExecution execution, String step, String event) {
        DeadlineRule rule = table.rule(step, execution::getVariable);
        return open(
                execution,
                step,
                notPassed(execution, calendar.after(moment(execution, step, event), -rule.amount(), rule.unit())));
    }

    /**
     * The end of a rung's time, from the rung's own row unless the row of the overdue step says otherwise.
     *
     * @param execution the rung's own execution
     * @return an instant
     */
    public Date ofRung(DelegateExecution execution) {
        String rung = (String) execution.getVariable("rung");
        Number hours = (Number) execution.getVariable("rungHours");
        DeadlineRule rule = table.rule(rung, execution::getVariable);
        Instant start = starts.ofTask(execution);
        Instant end = hours == null
                ? calendar.after(start, rule.amount(), rule.unit())
                : calendar.after(start, hours.intValue(), DeadlineUnit.HOURS);
        Date due = open(execution, rung, end);
        execution.getProcessInstance().setVariable(RUNG_ENDS_AT, due);
        return due;
    }

    /**
     * The end of the next period of a wait that may repeat. Periods count from the start of the process instance
     * (start + the sum of n periods), never from the moment a timer fired or a task before it was completed.
     *
     * @param execution the waiting execution
     * @param wait key of the row in the table of deadlines
     * @return an instant, in Europe/Tirane's calendar where the row counts days
     */
    public Date every(DelegateExecution execution, String wait) {
        return Date.from(periods.end(execution, wait));
    }

    /** What opens too late still gives its owner a moment, and is not missed before anybody could have seen it. */
    private Instant notPassed(DelegateExecution execution, Instant due) {
        Instant soonest = starts.ofTask(execution).plus(A_MOMENT);
        return due.isBefore(soonest) ? soonest : due;
    }

    private static Instant moment(DelegateExecution execution, String step, String event) {
        Object held = execution.getVariable(event);
        if (held instanceof Date instant) {
            return instant.toInstant();
        }
        if (held instanceof String written) {
            return WorkingCalendar.momentOf(written);
        }
        throw new IllegalArgumentException(
                "The case has no day '" + event + "' that step " + step + " is counted from");
    }

    private static Date open(DelegateExecution execution, String step, Instant due) {
        Date open = (Date) execution.getVariableLocal(DUE_AT);
        Date dueAt = open != null && holds(open, due, execution) ? open : Date.from(due);
        execution.setVariableLocal(DUE_AT, dueAt);
        execution.setVariableLocal(CLOCK, step);
        return dueAt;
    }

    /** A task is some milliseconds younger than its timer; that is no reason to move its due date. */
    private static boolean holds(Date open, Instant due, DelegateExecution execution) {
        return execution.getVariableLocal(DECIDED) != null
                || Duration.between(open.toInstant(), due).abs().compareTo(Duration.ofSeconds(1)) < 0;
    }
}
