package al.nrm.audit;

import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;

/** Reads what the trail must keep out of the engine's own history events, without a value or a text that a person wrote. */
final class Changes {

    static final String TASK_CREATED = "task.created";
    static final String ESCALATION_OPENED = "escalation.opened";
    static final String TASK_CHANGED = "task.changed";
    static final String TASK_COMPLETED = "task.completed";
    static final String TASK_DELETED = "task.deleted";
    static final String VARIABLES_CHANGED = "variables.changed";
    static final String PROCESS_STARTED = "process.started";
    static final String PROCESS_ENDED = "process.ended";

    /** Records that tell all of a task: its due date and who has it. */
    static final Set<String> TASK_STATES =
            Set.of(TASK_CREATED, ESCALATION_OPENED, TASK_CHANGED, TASK_COMPLETED, TASK_DELETED);

    private static final String ESCALATION = "escalation";
    private static final Map<String, String> PARTICIPLES = Map.ofEntries(
            Map.entry("start", "started"),
            Map.entry("end", "ended"),
            Map.entry("create", "created"),
            Map.entry("update", "changed"),
            Map.entry("update-detail", "changed"),
            Map.entry("migrate", "migrated"),
            Map.entry("complete", "completed"),
            Map.entry("delete", "deleted"),
            Map.entry("resolve", "resolved"));

    /** What the engine tells by an event of its own, or a person does with the steps of a case, is not told twice. */
    private static final Set<String> TOLD_OTHERWISE =
            Set.of(EntityTypes.TASK, EntityTypes.VARIABLE, EntityTypes.IDENTITY_LINK, EntityTypes.PROCESS_INSTANCE);

    private static final Set<String> GRANT_PROPERTIES = Set.of("groupId", "permissions", "resource", "type");
    private static final Set<String> PERSONS = Set.of("userId", "resourceId");

    private Changes() {}

    static Optional<Change> of(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable) {
            return Optional.of(variable(variable));
        } else if (event instanceof HistoricTaskInstanceEventEntity task) {
            return Optional.of(task(task));
        } else if (event instanceof HistoricIdentityLinkLogEventEntity link) {
            return link.getTaskId() == null ? Optional.empty() : Optional.of(link(link));
        } else if (event instanceof HistoricActivityInstanceEventEntity activity) {
            return activity(activity);
        } else if (event instanceof HistoricProcessInstanceEventEntity process) {
            return Optional.of(process(process));
        } else if (event instanceof HistoricIncidentEventEntity incident) {
            return Optional.of(new Change("incident." + done(event), incident.getId())
                    .with("type", incident.getIncidentType())
                    .with("activity", incident.getActivityId()));
        } else if (event instanceof HistoricJobLogEvent job && job.isFailureLog()) {
            return Optional.of(new Change("job.failed", job.getJobId())
                    .with("activity", job.getActivityId())
                    .with("retries", job.getJobRetries()));
        } else if (event instanceof UserOperationLogEntryEventEntity operation) {
            return operation(operation);
        }
        return Optional.empty();
    }

    private static Change process(HistoricProcessInstanceEventEntity process) {
        return new Change("process." + done(process), process.getProcessInstanceId())
                .with("definition", process.getProcessDefinitionId())
                .with("end", process.getEndActivityId())
                .with("state", process.getState())
                .withPerson("starter", process.getStartUserId());
    }

    private static Change task(HistoricTaskInstanceEventEntity task) {
        boolean opensRung = ESCALATION.equals(task.getProcessDefinitionKey())
                && task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_CREATE);
        return new Change(opensRung ? ESCALATION_OPENED : "task." + done(task), task.getTaskId())
                .with("process", task.getProcessDefinitionKey())
                .with("activity", task.getTaskDefinitionKey())
                .with("due", instant(task.getDueDate()))
                .withPerson("assignee", task.getAssignee());
    }

    private static Change link(HistoricIdentityLinkLogEventEntity link) {
        boolean added = link.isEventOfType(HistoryEventTypes.IDENTITY_LINK_ADD);
        if (IdentityLinkType.ASSIGNEE.equals(link.getType())) {
            return new Change(added ? "task.claimed" : "task.unclaimed", link.getTaskId())
                    .withPerson("assignee", link.getUserId());
        }
        return new Change(added ? "task.routed" : "task.withdrawn", link.getTaskId())
                .with("as", link.getType())
                .with("group", link.getGroupId())
                .withPerson("person", link.getUserId());
    }

    /** By the id of each variable its name and the digest of its value, or no digest where it was removed. */
    private static Change variable(HistoricVariableUpdateEventEntity variable) {
        String digest = variable.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE)
                ? ""
                : StoredValue.digest(
                        variable.getSerializerName(),
                        variable.getTextValue(),
                        variable.getTextValue2(),
                        variable.getLongValue(),
                        variable.getDoubleValue(),
                        variable.getByteValue());
        return new Change(VARIABLES_CHANGED, variable.getProcessInstanceId())
                .with(variable.getVariableInstanceId(), variable.getVariableName() + " " + digest);
    }

    /** Of the steps of a process those that no task, variable or process tells: what came in and what time brought. */
    private static Optional<Change> activity(HistoricActivityInstanceEventEntity activity) {
        if (!activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)) {
            return Optional.empty();
        }
        String kind =
                switch (activity.getActivityType()) {
                    // no boundary timer is anything but a task's deadline
                    case ActivityTypes.BOUNDARY_TIMER -> "deadline.missed";
                    case ActivityTypes.INTERMEDIATE_EVENT_TIMER -> "wait.ended";
                    case ActivityTypes.START_EVENT_MESSAGE,
                            ActivityTypes.INTERMEDIATE_EVENT_MESSAGE,
                            ActivityTypes.BOUNDARY_MESSAGE,
                            ActivityTypes.TASK_RECEIVE_TASK -> "message.received";
                    default -> null;
                };
        return Optional.ofNullable(kind).map(known -> new Change(known, activity.getActivityInstanceId())
                .with("process", activity.getProcessDefinitionKey())
                .with("activity", activity.getActivityId()));
    }

    /** What an administrator does; the names of people are told as workers, texts not at all. */
    private static Optional<Change> operation(UserOperationLogEntryEventEntity operation) {
        String entity = operation.getEntityType();
        boolean ofHistory = operation.getOperationType().contains("History");
        if (entity == null || TOLD_OTHERWISE.contains(entity) && !ofHistory) {
            return Optional.empty();
        }
        String property = operation.getProperty();
        String kind = entity.toLowerCase(Locale.ROOT).replace(' ', '-') + ".operation";
        Change change = new Change(kind, subject(operation))
                .with("operation", operation.getOperationType())
                .with("property", property);
        if (PERSONS.contains(String.valueOf(property)) && !"*".equals(operation.getNewValue())) {
            return Optional.of(
                    change.withPerson("before", operation.getOrgValue()).withPerson("value", operation.getNewValue()));
        }
        return Optional.of(
                GRANT_PROPERTIES.contains(String.valueOf(property))
                        ? change.with("before", operation.getOrgValue()).with("value", operation.getNewValue())
                        : change);
    }

    private static String subject(UserOperationLogEntryEventEntity operation) {
        return Optional.ofNullable(operation.getTaskId())
                .or(() -> Optional.ofNullable(operation.getJobId()))
                .orElse(operation.getProcessInstanceId());
    }

    private static String done(HistoryEvent event) {
        return PARTICIPLES.getOrDefault(event.getEventType(), event.getEventType());
    }

    private static String instant(Date date) {
        return date == null ? null : date.toInstant().toString();
    }
}
