package al.nrm.deadline;

import al.nrm.audit.Happening;
import al.nrm.notification.Mails;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails an institution's officers once when three quarters of a step's time are over (domain 1.4, a default). It looks at
 * the due dates themselves, so that an outage, or a time without a mail server, delays a warning and loses it only where
 * the deadline passes meanwhile.
 */
@Component
class WarnBeforeDeadline {

    private static final Logger LOG = LoggerFactory.getLogger(WarnBeforeDeadline.class);
    private static final double PART_OF_TIME = 0.75;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(WorkingCalendar.ZONE);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identities;
    private final Mails mails;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WarnBeforeDeadline(
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identities,
            Mails mails,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identities = identities;
        this.mails = mails;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "${nrm.warning.every:PT5M}")
    void warn() {
        if (!mails.haveServer()) {
            return;
        }
        Instant now = clock.instant();
        tasks.createTaskQuery().dueAfter(Date.from(now)).list().stream()
                .filter(task -> warnAt(task).isBefore(now))
                .forEach(this::warnOrGoOn);
    }

    private void warnOrGoOn(Task task) {
        try {
            if (!isWarned(task)) {
                warn(task);
            }
        } catch (DuplicateKeyException warnedByAnotherNode) {
            // Once is enough.
        } catch (RuntimeException unsent) {
            // The record is gone with it: the next look tries again. Its message may hold an address.
            LOG.warn(
                    "Nobody was warned of the deadline of task {}: {}",
                    task.getId(),
                    unsent.getClass().getSimpleName());
        }
    }

    private static Instant warnAt(Task task) {
        Instant opened = task.getCreateTime().toInstant();
        Duration time = Duration.between(opened, task.getDueDate().toInstant());
        return opened.plusMillis((long) (time.toMillis() * PART_OF_TIME));
    }

    /** The record and the mail stand or fall together; of two nodes, the table's key lets one warn. */
    private void warn(Task task) {
        List<String> addresses = addresses(task);
        if (addresses.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "insert into nrm_deadline_warning (task_id, warned_at) values (?, ?)",
                    task.getId(),
                    Timestamp.from(clock.instant()));
            String caseNumber = (String) runtime.getVariable(task.getExecutionId(), "caseNumber");
            events.publishEvent(new Happening(
                    caseNumber, "warning.sent", task.getId(), Map.of("addresses", String.valueOf(addresses.size()))));
            mails.send(
                    addresses,
                    "Case " + caseNumber + ": a deadline is near",
                    "In case %s the step \"%s\" is due at %s (time in Tirana)."
                            .formatted(
                                    caseNumber,
                                    task.getName(),
                                    LOCAL.format(task.getDueDate().toInstant())));
        });
    }

    private boolean isWarned(Task task) {
        Integer found = jdbc.queryForObject(
                "select count(*) from nrm_deadline_warning where task_id = ?", Integer.class, task.getId());
        return found != null && found > 0;
    }

    private List<String> addresses(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .flatMap(group -> identities.createUserQuery().memberOfGroup(group).list().stream())
                .map(User::getEmail)
                .filter(address -> address != null && !address.isBlank())
                .distinct()
                .toList();
    }
}
