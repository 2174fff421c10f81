package al.nrm.platform;

import java.util.Date;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Keeps the engine's cleanup away from whatever belongs to a case: how long that is kept the table of retention says, not
 * the models' time to live. What belongs to no case is removed in its time.
 */
class KeepCaseHistory extends DefaultHistoryRemovalTimeProvider {

    @Override
    public Date calculateRemovalTime(HistoricProcessInstanceEventEntity root, ProcessDefinition process) {
        return root.getBusinessKey() == null ? super.calculateRemovalTime(root, process) : null;
    }
}
