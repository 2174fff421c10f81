package al.nrm.deadline;

import al.nrm.casefile.FormRefused;
import al.nrm.language.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Works out where a change moves the deadlines of a step, within the caps of its row, or says why it may not. */
@Component
class PlanChange {

    private final ChangeableTasks tasks;
    private final RuntimeService runtime;
    private final DeadlineTable table;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PlanChange(
            ChangeableTasks tasks, RuntimeService runtime, DeadlineTable table, WorkingCalendar calendar, Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.table = table;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Where one task's deadline goes; {@code suspendedUntil} is null where it never was. */
    record Move(Task task, Date due, int extensionsUsed, Date suspendedUntil) {}

    /** What is wanted: {@code days} in the unit of the deadline for an extension, in calendar days for a suspension. */
    record Wanted(String caseNumber, String step, String change, int days) {}

    /**
     * @throws FormRefused naming the field that stands against it
     */
    List<Move> plan(Wanted wanted, String user, Collection<String> groups) {
        return tasks.of(wanted.caseNumber(), wanted.step(), user, groups).stream()
                .map(task -> move(task, wanted))
                .toList();
    }

    private Move move(Task task, Wanted wanted) {
        DeadlineRule rule =
                table.rule(local(task, Deadline.CLOCK), fact -> runtime.getVariable(task.getExecutionId(), fact));
        Integer used = local(task, "extensionsUsed");
        Move now = new Move(task, task.getDueDate(), used == null ? 0 : used, local(task, "suspendedUntil"));
        return switch (wanted.change()) {
            case "extend" -> extend(now, rule, wanted.days());
            case "suspend" -> suspend(now, rule, wanted.days());
            case "resume" -> resume(now, rule);
            default -> throw new FormRefused("change", "not one of the listed values");
        };
    }

    private Move extend(Move now, DeadlineRule rule, int amount) {
        require(rule.extensions() > 0, "change", "the deadline of this step is fixed and cannot be extended");
        require(now.extensionsUsed() < rule.extensions(), "change", "the deadline was extended as often as it may be");
        require(
                amount <= rule.extensionAmount(),
                "days",
                "at most %d %s may be added",
                rule.extensionAmount(),
                Words.say(rule.unit().toString()));
        Instant later = calendar.after(now.due().toInstant(), amount, rule.unit());
        return new Move(now.task(), Date.from(later), now.extensionsUsed() + 1, now.suspendedUntil());
    }

    private Move suspend(Move now, DeadlineRule rule, int days) {
        // A second one would reach beyond the row's cap.
        require(now.suspendedUntil() == null, "change", "the deadline has been suspended before");
        require(rule.suspensionDays() > 0, "change", "the deadline of this step may not be suspended");
        require(days <= rule.suspensionDays(), "days", "at most %d calendar days", rule.suspensionDays());
        Instant end = calendar.after(clock.instant(), days, DeadlineUnit.CALENDAR_DAYS);
        Instant later = calendar.after(now.due().toInstant(), days, DeadlineUnit.CALENDAR_DAYS);
        return new Move(now.task(), workable(later, rule), now.extensionsUsed(), Date.from(end));
    }

    private Move resume(Move now, DeadlineRule rule) {
        Date end = now.suspendedUntil();
        require(end != null && end.toInstant().isAfter(clock.instant()), "change", "the deadline is not suspended");
        Duration unused = Duration.between(clock.instant(), end.toInstant());
        Date earlier = workable(now.due().toInstant().minus(unused), rule);
        return new Move(now.task(), earlier, now.extensionsUsed(), Date.from(clock.instant()));
    }

    /** A deadline in working days never falls on a day without work. */
    private Date workable(Instant due, DeadlineRule rule) {
        boolean free = rule.unit() == DeadlineUnit.WORKING_DAYS && !calendar.isWorkingDay(WorkingCalendar.dayOf(due));
        return Date.from(free ? calendar.after(due, 1, DeadlineUnit.WORKING_DAYS) : due);
    }

    @SuppressWarnings("unchecked")
    private <T> T local(Task task, String variable) {
        return (T) runtime.getVariableLocal(task.getExecutionId(), variable);
    }

    private static void require(boolean holds, String field, String why, Object... values) {
        if (!holds) {
            throw new FormRefused(field, why, values);
        }
    }
}
