package al.nrm.modelling;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Keeps a diagram readable: one process a file, names by convention, no more on it than a person takes in. */
final class ProcessRules {

    /** A diagram is read up to about 20 nodes; the ladder's five rungs and their way out belong on one. */
    private static final int MOST_NODES = 24;

    private static final Pattern MESSAGE = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+([A-Z][a-z]+)*");

    /** What an id begins with, for the types that do not all share theirs (Camunda's public convention). */
    private static final Map<String, String> PREFIXES = Map.of(
            "sequenceFlow", "Flow",
            "callActivity", "Activity",
            "subProcess", "SubProcess",
            "startEvent", "StartEvent",
            "endEvent", "EndEvent",
            "boundaryEvent", "BoundaryEvent",
            "intermediateCatchEvent", "Event",
            "intermediateThrowEvent", "Event");

    private static final Set<String> QUESTIONS = Set.of("exclusiveGateway", "inclusiveGateway");

    /** What the engine keeps of a task's description. */
    private static final int LONGEST = 4000;

    private final String id;
    private final BpmnModelInstance model;
    private final Findings findings;

    ProcessRules(String id, BpmnModelInstance model, Findings findings) {
        this.id = id;
        this.model = model;
        this.findings = findings;
    }

    void check() {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        boolean one = processes.size() == 1 && processes.iterator().next().isExecutable();
        findings.require(one, "process", id, "a file holds one executable process");
        processes.forEach(this::checkProcess);
        model.getModelElementsByType(FlowElement.class).forEach(this::checkName);
        model.getModelElementsByType(UserTask.class).forEach(this::checkDocumentation);
        model.getModelElementsByType(Message.class)
                .forEach(message -> findings.require(
                        message.getName() != null
                                && MESSAGE.matcher(message.getName()).matches(),
                        "message-name",
                        message.getId(),
                        "a message is named '<process>.<participle>'"));
    }

    private void checkProcess(Process process) {
        findings.require(
                id.equals(process.getId()), "file-name", process.getId(), "the file is named after its process");
        String timeToLive = process.getCamundaHistoryTimeToLiveString();
        findings.require(
                ModelReader.isKept(timeToLive),
                "history-time-to-live",
                process.getId(),
                "says in days how long its history is kept, such as P3650D, and a year at least");
        findings.require(isLabelled(process.getName()), "label", process.getId(), "has no name");
        checkDocumentation(process);
        long nodes = model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !(node instanceof SubProcess))
                .count();
        findings.require(
                nodes <= MOST_NODES,
                "size",
                process.getId(),
                "has %s nodes; more than %s are two stages",
                nodes,
                MOST_NODES);
    }

    private void checkDocumentation(BaseElement element) {
        boolean said = element.getDocumentations().stream().anyMatch(text -> isLabelled(text.getTextContent()));
        boolean kept = element.getDocumentations().stream()
                .allMatch(text -> text.getTextContent().length() <= LONGEST);
        findings.require(kept, "length", element.getId(), "says more than the %s characters that are kept", LONGEST);
        findings.require(said, "documentation", element.getId(), "does not say what it is for and on what legal basis");
    }

    private void checkName(FlowElement element) {
        String prefix = prefix(element);
        findings.require(
                element.getId() != null && element.getId().matches(prefix + "_[A-Za-z0-9_-]+"),
                "id",
                String.valueOf(element.getId()),
                "has an id that does not begin with '%s_'",
                prefix);
        boolean wanted = element instanceof Activity || element instanceof Event || isQuestion(element);
        findings.require(!wanted || isLabelled(element.getName()), "label", element.getId(), "has no label");
        if (isQuestion(element) && isLabelled(element.getName())) {
            findings.require(element.getName().endsWith("?"), "label", element.getId(), "asks no question");
        }
        if (element instanceof SequenceFlow flow && isQuestion(flow.getSource())) {
            findings.require(isLabelled(flow.getName()), "label", flow.getId(), "does not say which answer it is");
        }
    }

    private static boolean isQuestion(FlowElement element) {
        return element instanceof Gateway gateway
                && QUESTIONS.contains(gateway.getElementType().getTypeName())
                && ModelReader.waysOut(gateway).size() > 1;
    }

    private static String prefix(FlowElement element) {
        String type = element.getElementType().getTypeName();
        if (element instanceof SubProcess subProcess && subProcess.triggeredByEvent()) {
            return "EventSubProcess";
        }
        return element instanceof Gateway
                ? "Gateway"
                : element instanceof Task ? "Task" : PREFIXES.getOrDefault(type, type);
    }

    private static boolean isLabelled(String text) {
        return text != null && !text.isBlank();
    }
}
