package al.nrm.modelling;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** Reads what the house writes on the elements of a model. */
final class ModelReader {

    /** History is the case's record: it is kept for a year at least. */
    private static final Pattern KEPT_FOR = Pattern.compile("P(\\d{3,6})D");

    private static final int LEAST_DAYS = 365;

    private ModelReader() {}

    /** A process as it lies in a file; empty where it cannot be read. */
    static Optional<BpmnModelInstance> read(byte[] content) {
        try {
            return Optional.of(Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    /** The SOP steps that a process covers. */
    static Set<String> steps(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowNode.class).stream()
                .flatMap(node -> steps(node).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The processes that a process calls. */
    static Set<String> calls(BpmnModelInstance model) {
        return model.getModelElementsByType(CallActivity.class).stream()
                .map(call -> String.valueOf(call.getCalledElement()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a time to live says in days how long history is kept, and says enough of them. */
    static boolean isKept(String timeToLive) {
        Matcher days = KEPT_FOR.matcher(String.valueOf(timeToLive));
        return days.matches() && Integer.parseInt(days.group(1)) >= LEAST_DAYS;
    }

    /** The SOP steps that a task, or a start event with a form, covers; empty where it names none. */
    static List<String> steps(FlowNode node) {
        return property(node, "sopStep").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .toList();
    }

    /** The values of a Camunda property of that name. */
    private static List<String> property(FlowNode node, String name) {
        ExtensionElements extensions = node.getExtensionElements();
        return extensions == null
                ? List.of()
                : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> name.equals(property.getCamundaName()))
                        .map(property -> String.valueOf(property.getCamundaValue()))
                        .toList();
    }

    /** The ways out of a node, told from the flows as the engine tells them and not from what the node says. */
    static List<SequenceFlow> waysOut(FlowNode node) {
        return node.getModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> node.equals(flow.getSource()))
                .toList();
    }

    /** The ways into a node, told from the flows as well. */
    static List<SequenceFlow> waysIn(FlowNode node) {
        return node.getModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> node.equals(flow.getTarget()))
                .toList();
    }

    /** The boundary timers of a task. */
    static List<BoundaryEvent> clocks(BpmnModelInstance model, UserTask task) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> task.equals(event.getAttachedTo()))
                .filter(event -> timer(event).isPresent())
                .toList();
    }

    /** The expression of a timer's date; empty where it has none. */
    static String timeDate(CatchEvent event) {
        return timer(event)
                .map(TimerEventDefinition::getTimeDate)
                .map(date -> date.getTextContent().strip())
                .orElse("");
    }

    private static Optional<TimerEventDefinition> timer(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .findFirst();
    }
}
