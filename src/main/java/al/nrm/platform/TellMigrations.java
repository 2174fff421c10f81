package al.nrm.platform;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells the rooms of every process instance that is migrated, whoever does it and by whatever command; the engine's
 * history alone hears of all of them.
 */
class TellMigrations implements HistoryEventHandler {

    private final ApplicationEventPublisher events;

    TellMigrations(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_MIGRATE)) {
            events.publishEvent(new InstanceMigrated(event.getProcessInstanceId()));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
