package al.nrm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/** Remembers which sequence flows of which process were taken, in transactions that were kept. */
@TestComponent
class TakenFlows extends AbstractProcessEnginePlugin {

    private final Map<String, Set<String>> taken = new ConcurrentHashMap<>();

    Set<String> of(String process) {
        return taken.getOrDefault(process, Set.of());
    }

    void forget() {
        taken.clear();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>(List.of(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                        execution -> rememberOnceKept(execution, flow.getId()));
            }
        }));
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private void rememberOnceKept(DelegateExecution execution, String flow) {
        String process = execution.getProcessDefinitionId().split(":")[0];
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, command -> taken.computeIfAbsent(
                                process, key -> ConcurrentHashMap.newKeySet())
                        .add(flow));
    }
}
