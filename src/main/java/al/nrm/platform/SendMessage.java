package al.nrm.platform;

import java.util.Collection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.springframework.stereotype.Component;

/**
 * Sends the message that its event names to everything of the same case: a process that the message starts, and every
 * process that waits for it. It carries the event's input parameters and nothing else.
 */
@Component
class SendMessage implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        ThrowEvent event = (ThrowEvent) execution.getBpmnModelElementInstance();
        Collection<MessageEventDefinition> definitions = event.getChildElementsByType(MessageEventDefinition.class);
        String message = definitions.iterator().next().getMessage().getName();
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .setVariables(payload(event, execution))
                .correlateAll();
    }

    /** Only what the event names: without an input of its own it runs in its process, and would see all of it. */
    private static VariableMap payload(ThrowEvent event, DelegateExecution execution) {
        VariableMap payload = Variables.createVariables();
        if (event.getExtensionElements() != null) {
            event.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                    .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                    .map(CamundaInputParameter::getCamundaName)
                    .forEach(name -> payload.putValueTyped(name, execution.getVariableLocalTyped(name)));
        }
        return payload;
    }
}
