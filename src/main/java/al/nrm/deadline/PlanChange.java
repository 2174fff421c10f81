package al.nrm.deadline;

import al.nrm.casefile.FormRefused;
import al.nrm.institution.Institutions;
import al.nrm.language.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Works out where a change moves the deadlines of a step, within the caps of its row, or says why it may not. Nobody
 * changes the deadline of a step he works on himself: only the institution's supervisor, the secretariat and the chair
 * may, and not for a task they hold.
 */
@Component
class PlanChange {

    private static final ZoneId TIRANE = ZoneId.of("Europe/Tirane");
    private static final Set<String> OF_ALL_CASES = Set.of("ra-secretariat", "ra-chair");

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Institutions institutions;
    private final DeadlineTable table;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PlanChange(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            Institutions institutions,
            DeadlineTable table,
            WorkingCalendar calendar,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.institutions = institutions;
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
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(wanted.caseNumber()).list().stream()
                .filter(task -> isStep(task, wanted.step()) && maySee(task, groups))
                .toList();
        if (open.isEmpty()) {
            throw new FormRefused("caseNumber", "no such step of a case with this number is open that you may change");
        }
        return open.stream().map(task -> move(task, wanted, user)).toList();
    }

    private Move move(Task task, Wanted wanted, String user) {
        if (user.equals(task.getAssignee())) {
            throw new FormRefused("step", "another person than the one who works on the step must change its deadline");
        }
        if (management
                        .createJobQuery()
                        .executionId(task.getExecutionId())
                        .timers()
                        .count()
                == 0) {
            throw new FormRefused("step", "its deadline has passed and is fixed");
        }
        DeadlineRule rule =
                table.rule(local(task, Deadline.CLOCK), fact -> runtime.getVariable(task.getExecutionId(), fact));
        Integer counted = local(task, "extensionsUsed");
        int used = counted == null ? 0 : counted;
        Date until = local(task, "suspendedUntil");
        Date suspendedUntil = until == null || !until.toInstant().isAfter(clock.instant()) ? null : until;
        Instant due = task.getDueDate().toInstant();
        return switch (wanted.change()) {
            case "extend" -> {
                require(rule.extensions() > 0, "change", "the deadline of this step is fixed and cannot be extended");
                require(used < rule.extensions(), "change", "the deadline was extended as often as it may be");
                require(
                        wanted.days() <= rule.extensionAmount(),
                        "days",
                        "at most %d %s may be added",
                        rule.extensionAmount(),
                        Words.say(rule.unit().toString()));
                Instant later = calendar.after(due, wanted.days(), rule.unit());
                yield new Move(task, Date.from(later), used + 1, until);
            }
            case "suspend" -> {
                // A second one would reach beyond the row's cap.
                require(until == null, "change", "the deadline has been suspended before");
                require(rule.suspensionDays() > 0, "change", "the deadline of this step may not be suspended");
                require(
                        wanted.days() <= rule.suspensionDays(),
                        "days",
                        "at most %d calendar days",
                        rule.suspensionDays());
                Instant end = calendar.after(clock.instant(), wanted.days(), DeadlineUnit.CALENDAR_DAYS);
                yield new Move(
                        task,
                        workable(calendar.after(due, wanted.days(), DeadlineUnit.CALENDAR_DAYS), rule),
                        used,
                        Date.from(end));
            }
            case "resume" -> {
                require(suspendedUntil != null, "change", "the deadline is not suspended");
                Duration unused = Duration.between(clock.instant(), suspendedUntil.toInstant());
                yield new Move(task, workable(due.minus(unused), rule), used, Date.from(clock.instant()));
            }
            default -> throw new FormRefused("change", "not one of the listed values");
        };
    }

    /** A deadline in working days never falls on a day without work. */
    private Date workable(Instant due, DeadlineRule rule) {
        boolean free = rule.unit() == DeadlineUnit.WORKING_DAYS
                && !calendar.isWorkingDay(due.atZone(TIRANE).toLocalDate());
        return Date.from(free ? calendar.after(due, 1, DeadlineUnit.WORKING_DAYS) : due);
    }

    private boolean isStep(Task task, String step) {
        String row = local(task, Deadline.CLOCK);
        return row != null && (row.equals(step) || row.startsWith(step + "-"));
    }

    private boolean maySee(Task task, Collection<String> groups) {
        return groups.stream().anyMatch(OF_ALL_CASES::contains)
                || tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .anyMatch(group -> institutions
                                .leadOf(group)
                                .filter(groups::contains)
                                .isPresent());
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
