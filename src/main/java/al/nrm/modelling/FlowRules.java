package al.nrm.modelling;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** Sees to it that a case always finds its way on, and that a stage receives only what the diagram names. */
final class FlowRules {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final Expressions expressions;
    private final Findings findings;

    FlowRules(Expressions expressions, Findings findings) {
        this.expressions = expressions;
        this.findings = findings;
    }

    void check(BpmnModelInstance model) {
        model.getModelElementsByType(ServiceTask.class).forEach(this::checkDelegate);
        model.getModelElementsByType(BusinessRuleTask.class).forEach(this::checkDecision);
        model.getModelElementsByType(CallActivity.class).forEach(this::checkCall);
        model.getModelElementsByType(ExclusiveGateway.class).forEach(this::checkWays);
        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class).forEach(this::checkLoop);
    }

    private void checkDelegate(ServiceTask task) {
        findings.require(
                expressions.isDelegate(task.getCamundaDelegateExpression()),
                "delegate",
                task.getId(),
                "names no bean of this application's delegates");
    }

    private void checkDecision(BusinessRuleTask task) {
        String binding = task.getCamundaDecisionRefBinding();
        findings.require(
                task.getCamundaDecisionRef() != null
                        && KEBAB.matcher(task.getCamundaDecisionRef()).matches(),
                "decision",
                task.getId(),
                "names no decision");
        findings.require(
                binding == null || List.of("latest", "deployment").contains(binding),
                "decision",
                task.getId(),
                "binds its decision to '%s'",
                binding);
        findings.require(
                task.getCamundaResultVariable() != null && "singleEntry".equals(task.getCamundaMapDecisionResult()),
                "decision",
                task.getId(),
                "does not keep the single entry that is decided in a variable");
    }

    private void checkCall(CallActivity call) {
        String process = call.getCalledElement();
        findings.require(process != null && KEBAB.matcher(process).matches(), "call", call.getId(), "names no process");
        String binding = call.getCamundaCalledElementBinding();
        findings.require(
                binding == null || List.of("latest", "deployment").contains(binding),
                "call",
                call.getId(),
                "binds its process to '%s'",
                binding);
        ExtensionElements extensions = call.getExtensionElements();
        List<CamundaIn> given = extensions == null
                ? List.of()
                : extensions.getElementsQuery().filterByType(CamundaIn.class).list();
        List<CamundaOut> taken = extensions == null
                ? List.of()
                : extensions.getElementsQuery().filterByType(CamundaOut.class).list();
        findings.require(
                given.stream().filter(in -> in.getCamundaBusinessKey() != null).count() == 1,
                "call",
                call.getId(),
                "does not pass the case number as business key");
        boolean named = given.stream()
                        .allMatch(in -> in.getCamundaBusinessKey() != null
                                || areNames(in.getCamundaSource(), in.getCamundaTarget()))
                && taken.stream().allMatch(out -> areNames(out.getCamundaSource(), out.getCamundaTarget()));
        findings.require(named, "call", call.getId(), "passes something that it does not name by source and target");
    }

    private static boolean areNames(String source, String target) {
        return source != null
                && target != null
                && VARIABLE.matcher(source).matches()
                && VARIABLE.matcher(target).matches();
    }

    private void checkWays(ExclusiveGateway gateway) {
        List<SequenceFlow> ways = ModelReader.waysOut(gateway);
        if (ways.size() > 1) {
            findings.require(
                    ways.contains(gateway.getDefault()),
                    "default-flow",
                    gateway.getId(),
                    "has no default flow: a case that fits no condition would stop");
            for (SequenceFlow way : ways) {
                findings.require(
                        (way.getConditionExpression() == null) == way.equals(gateway.getDefault()),
                        "default-flow",
                        way.getId(),
                        "every way but the default has a condition");
            }
        }
    }

    private void checkLoop(MultiInstanceLoopCharacteristics loop) {
        String collection = loop.getCamundaCollection();
        boolean plain = collection != null
                && VARIABLE.matcher(collection).matches()
                && loop.getCamundaElementVariable() != null;
        findings.require(
                plain && !loop.isSequential() && loop.getParentElement() instanceof SubProcess,
                "multi-instance",
                idOf(loop),
                "is a sub-process, for all entries of a variable beside each other");
    }

    private static String idOf(MultiInstanceLoopCharacteristics loop) {
        return loop.getParentElement().getAttributeValue("id");
    }
}
