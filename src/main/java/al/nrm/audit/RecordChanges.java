package al.nrm.audit;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Tells the trail of every change that the engine writes into its own history, beside it and in the same transaction. */
@Component
class RecordChanges implements HistoryEventHandler {

    private final Trail trail;

    RecordChanges(Trail trail) {
        this.trail = trail;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        Changes.of(event).ifPresent(change -> tell(change, event));
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private void tell(Change change, HistoryEvent event) {
        CommandContext command = Context.getCommandContext();
        // The link of a person or group to a task names the case's first process only.
        String instance = event instanceof HistoricIdentityLinkLogEventEntity
                ? event.getRootProcessInstanceId()
                : event.getProcessInstanceId();
        trail.tell(
                new Happening(caseNumber(event, instance, command), change.kind(), change.subject(), change.details()),
                instance,
                command.getAuthenticatedUserId(),
                change.people());
    }

    /** As far as it is at hand; the trail looks for the rest when all is written. */
    private static String caseNumber(HistoryEvent event, String instance, CommandContext command) {
        if (event instanceof HistoricProcessInstanceEventEntity process) {
            return process.getBusinessKey();
        }
        ExecutionEntity process =
                instance == null ? null : command.getDbEntityManager().getCachedEntity(ExecutionEntity.class, instance);
        return process == null ? null : process.getBusinessKey();
    }
}
