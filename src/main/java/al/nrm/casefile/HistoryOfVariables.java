package al.nrm.casefile;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/** The full history without the second, plain copy of what a form brought: the history of its variables has it, sealed. */
class HistoryOfVariables extends HistoryLevelFull {

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return type != HistoryEventTypes.FORM_PROPERTY_UPDATE && super.isHistoryEventProduced(type, entity);
    }
}
