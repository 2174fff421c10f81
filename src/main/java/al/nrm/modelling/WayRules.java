package al.nrm.modelling;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Leads a case from its start to an end: no way begins or ends elsewhere, and none goes round without ever waiting. */
final class WayRules {

    private final BpmnModelInstance model;
    private final Deployed deployed;
    private final Findings findings;

    WayRules(BpmnModelInstance model, Deployed deployed, Findings findings) {
        this.model = model;
        this.deployed = deployed;
        this.findings = findings;
    }

    void check(String process) {
        model.getModelElementsByType(SequenceFlow.class).forEach(this::checkFlow);
        model.getModelElementsByType(StartEvent.class).forEach(this::checkStart);
        circle().stream()
                .findFirst()
                .ifPresent(node -> findings.refuse(
                        "circle", node.getId(), "stands in a circle in which no task and no event ever waits"));
        findings.require(
                !reached(deployed.calls().getOrDefault(process, Set.of())).contains(process),
                "circle",
                process,
                "calls itself, by itself or through what it calls");
    }

    private void checkFlow(SequenceFlow flow) {
        FlowNode from = flow.getSource();
        FlowNode to = flow.getTarget();
        findings.require(
                from != null
                        && to != null
                        && from.getParentElement().equals(to.getParentElement())
                        && !(from instanceof EndEvent)
                        && !(to instanceof StartEvent),
                "flow",
                flow.getId(),
                "leads out of an end, into a start or over the edge of a sub-process");
    }

    private void checkStart(StartEvent start) {
        long plain = start.getParentElement().getChildElementsByType(StartEvent.class).stream()
                .filter(beside -> beside.getEventDefinitions().isEmpty())
                .count();
        findings.require(plain <= 1, "flow", start.getId(), "is one of %s starts of the same process", plain);
    }

    /** What is left when all that waits, and then again and again all that nothing leads to, is taken away. */
    private Set<FlowNode> circle() {
        Set<FlowNode> left = new HashSet<>(model.getModelElementsByType(FlowNode.class));
        left.removeIf(node -> node instanceof UserTask
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway);
        Collection<SequenceFlow> flows = model.getModelElementsByType(SequenceFlow.class);
        int before;
        do {
            before = left.size();
            Set<FlowNode> ledTo = new HashSet<>();
            flows.stream()
                    .filter(flow -> left.contains(flow.getSource()))
                    .map(SequenceFlow::getTarget)
                    .filter(Objects::nonNull)
                    .forEach(ledTo::add);
            left.retainAll(ledTo);
        } while (left.size() < before);
        return left;
    }

    private Set<String> reached(Set<String> calls) {
        Map<String, Set<String>> all = deployed.calls();
        Set<String> reached = new HashSet<>();
        Set<String> next = calls;
        while (!next.isEmpty() && reached.addAll(next)) {
            Set<String> further = new HashSet<>();
            next.forEach(process -> further.addAll(all.getOrDefault(process, Set.of())));
            next = further;
        }
        return reached;
    }
}
