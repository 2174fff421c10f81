package al.nrm.modelling;

import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Gives every step one clock, from its row in the table of deadlines, and the escalation that a missed deadline opens. */
final class ClockRules {

    /** The one process whose tasks have no ladder of their own, being its rungs. */
    private static final String ESCALATION = "escalation";

    private final boolean rung;
    private final BpmnModelInstance model;
    private final Deployed deployed;
    private final Findings findings;

    ClockRules(String process, BpmnModelInstance model, Deployed deployed, Findings findings) {
        this.rung = ESCALATION.equals(process);
        this.model = model;
        this.deployed = deployed;
        this.findings = findings;
    }

    void check(UserTask task, List<String> steps) {
        List<BoundaryEvent> clocks = ModelReader.clocks(model, task);
        findings.require(
                clocks.size() == 1,
                "task-timer",
                task.getId(),
                "has %s boundary timers; a task has exactly one",
                clocks.size());
        for (BoundaryEvent clock : clocks) {
            String time = ModelReader.timeDate(clock);
            findings.require(
                    !clock.cancelActivity(),
                    "task-timer",
                    clock.getId(),
                    "a missed deadline never stops the owner's task");
            boolean own = rung
                    ? "${deadline.ofRung(execution)}".equals(time)
                    : Expressions.deadlineRow(time)
                            .filter(row ->
                                    steps.stream().anyMatch(step -> row.equals(step) || row.startsWith(step + "-")))
                            .isPresent();
            findings.require(own, "task-timer", clock.getId(), "'%s' is no deadline of the task's step", time);
            Expressions.deadlineRow(time)
                    .ifPresent(row -> findings.require(
                            deployed.hasDeadline(row),
                            "deadline-row",
                            clock.getId(),
                            "the table of deadlines has no row '%s'",
                            row));
            findings.require(
                    rung || opensEscalation(clock),
                    "escalation",
                    clock.getId(),
                    "does not lead straight to an end event of its own that opens the escalation");
        }
    }

    private static boolean opensEscalation(BoundaryEvent clock) {
        List<SequenceFlow> ways = ModelReader.waysOut(clock);
        if (ways.size() != 1 || !(ways.get(0).getTarget() instanceof EndEvent end)) {
            return false;
        }
        List<EventDefinition> definitions = List.copyOf(end.getEventDefinitions());
        return ModelReader.waysIn(end).size() == 1
                && definitions.size() == 1
                && definitions.get(0) instanceof MessageEventDefinition message
                && message.getMessage() != null
                && "escalation.opened".equals(message.getMessage().getName())
                && "${openEscalation}".equals(message.getCamundaDelegateExpression());
    }
}
