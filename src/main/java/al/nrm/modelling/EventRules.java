package al.nrm.modelling;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Lets a process begin by a form or a message, wait for an absolute instant only, and send through the house's own beans. */
final class EventRules {

    private final Expressions expressions;
    private final Deployed deployed;
    private final Findings findings;

    EventRules(Expressions expressions, Deployed deployed, Findings findings) {
        this.expressions = expressions;
        this.deployed = deployed;
        this.findings = findings;
    }

    void check(BpmnModelInstance model) {
        model.getModelElementsByType(StartEvent.class).forEach(this::checkForm);
        model.getModelElementsByType(ThrowEvent.class).forEach(event -> {
            checkSingle(event, event.getEventDefinitions().size());
            checkMessage(event);
        });
        model.getModelElementsByType(CatchEvent.class).forEach(event -> {
            checkSingle(event, event.getEventDefinitions().size());
            checkTimer(event);
        });
    }

    /** Of several the engine would take one, and the others would be drawn in vain. */
    private void checkSingle(Event event, int definitions) {
        findings.require(definitions <= 1, "event", event.getId(), "has %s definitions", definitions);
    }

    private void checkForm(StartEvent start) {
        String form = start.getCamundaFormRef();
        if (form != null) {
            findings.require(
                    "deployment".equals(start.getCamundaFormRefBinding()),
                    "start-form",
                    start.getId(),
                    "does not bind its form to the deployment");
            findings.require(
                    deployed.forms().contains(form),
                    "start-form",
                    start.getId(),
                    "names form '%s', which the deployment does not hold",
                    form);
        }
    }

    private void checkMessage(ThrowEvent event) {
        for (EventDefinition definition : event.getEventDefinitions()) {
            if (definition instanceof MessageEventDefinition message) {
                findings.require(
                        expressions.isDelegate(message.getCamundaDelegateExpression()),
                        "delegate",
                        event.getId(),
                        "names no bean of this application's delegates to send its message");
            }
        }
    }

    /** A wait of its own; the clock of a task is {@link TaskRules}'s. */
    private void checkTimer(CatchEvent event) {
        for (EventDefinition definition : event.getEventDefinitions()) {
            if (definition instanceof TimerEventDefinition && !isClock(event)) {
                String text = ModelReader.timeDate(event);
                boolean wait =
                        Expressions.waitRow(text).map(deployed::hasDeadline).orElse(expressions.isVariable(text));
                findings.require(
                        event instanceof IntermediateCatchEvent && wait,
                        "timer",
                        event.getId(),
                        "a wait is an intermediate event with a time date from the table of deadlines or a variable");
            }
        }
    }

    private static boolean isClock(CatchEvent event) {
        return event instanceof BoundaryEvent boundary && boundary.getAttachedTo() instanceof UserTask;
    }
}
