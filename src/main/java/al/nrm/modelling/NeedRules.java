package al.nrm.modelling;

import al.nrm.casefile.CaseForm;
import al.nrm.casefile.OpenFacts;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/**
 * Sees to it that a stage is handed no protected value that it does not need: that none of its forms shows, none of its
 * conditions asks, none of its loops goes through and no stage after it needs (ADR 11).
 */
final class NeedRules {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern NOT_A_NAME = Pattern.compile("\\W+");

    private final Map<String, Stage> stages = new HashMap<>();

    /** What a process uses itself, what it hands on, and the messages that begin it or a part of it. */
    private record Stage(Set<String> used, List<Handing> handings, Set<String> begunBy) {}

    /**
     * One value on its way.
     *
     * @param sources the names in the giving process that it is made of; none where a called process gives it back
     * @param target its name where it arrives
     * @param receiver a process, or the name of a message
     */
    private record Handing(String element, Set<String> sources, String target, String receiver) {}

    /** @param resources all that is deployed together */
    NeedRules(Map<String, byte[]> resources) {
        resources.forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                ModelReader.read(content).ifPresent(model -> read(name.replace(".bpmn", ""), model, resources));
            }
        });
    }

    private void read(String process, BpmnModelInstance model, Map<String, byte[]> resources) {
        try {
            stages.put(process, stage(process, model, resources));
        } catch (RuntimeException | StackOverflowError broken) {
            // What cannot be understood here breaks a rule that says so.
            stages.remove(process);
        }
    }

    void check(String process, Findings findings) {
        Stream.ofNullable(stages.get(process))
                .flatMap(stage -> stage.handings().stream())
                .filter(handing -> !OpenFacts.contains(handing.target()))
                .forEach(handing -> findings.require(
                        isNeeded(handing, new HashSet<>()),
                        "need",
                        handing.element(),
                        "hands on the protected '%s', which nothing behind it shows or asks",
                        handing.target()));
    }

    private boolean isNeeded(Handing handing, Set<String> seen) {
        List<String> receivers = stages.entrySet().stream()
                .filter(stage -> stage.getKey().equals(handing.receiver())
                        || stage.getValue().begunBy().contains(handing.receiver()))
                .map(Map.Entry::getKey)
                .toList();
        // A deployment without the receiver cannot tell.
        return receivers.isEmpty() || receivers.stream().anyMatch(receiver -> uses(receiver, handing.target(), seen));
    }

    private boolean uses(String process, String variable, Set<String> seen) {
        Stage stage = stages.get(process);
        return seen.add(process + " " + variable)
                && (stage.used().contains(variable)
                        || stage.handings().stream()
                                .filter(handing -> handing.sources().contains(variable))
                                .anyMatch(handing -> isNeeded(handing, seen)));
    }

    private static Stage stage(String process, BpmnModelInstance model, Map<String, byte[]> resources) {
        Set<String> used = Stream.concat(
                        model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        model.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormRef))
                .flatMap(form -> fields(resources.get(form + ".form")))
                .collect(Collectors.toSet());
        model.getModelElementsByType(ConditionExpression.class)
                .forEach(condition -> used.addAll(names(condition.getTextContent())));
        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class).stream()
                .map(MultiInstanceLoopCharacteristics::getCamundaCollection)
                .filter(Objects::nonNull)
                .forEach(used::add);
        List<Handing> handings = new ArrayList<>();
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            call.getExtensionElements().getChildElementsByType(CamundaIn.class).stream()
                    .filter(in -> in.getCamundaTarget() != null)
                    .map(in -> new Handing(
                            call.getId(),
                            Set.of(in.getCamundaSource()),
                            in.getCamundaTarget(),
                            call.getCalledElement()))
                    .forEach(handings::add);
            call.getExtensionElements().getChildElementsByType(CamundaOut.class).stream()
                    .filter(out -> out.getCamundaTarget() != null)
                    .map(out -> new Handing(call.getId(), Set.of(), out.getCamundaTarget(), process))
                    .forEach(handings::add);
        }
        for (ThrowEvent event : model.getModelElementsByType(ThrowEvent.class)) {
            messages(event.getChildElementsByType(MessageEventDefinition.class).stream())
                    .forEach(message ->
                            event.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                                    .filter(input -> event.equals(input.getParentElement()
                                            .getParentElement()
                                            .getParentElement()))
                                    .map(input -> new Handing(
                                            event.getId(),
                                            names(input.getTextContent()),
                                            input.getCamundaName(),
                                            message))
                                    .forEach(handings::add));
        }
        Set<String> begunBy = messages(model.getModelElementsByType(StartEvent.class).stream()
                        .flatMap(start -> start.getChildElementsByType(MessageEventDefinition.class).stream()))
                .collect(Collectors.toSet());
        return new Stage(used, handings, begunBy);
    }

    private static Stream<String> messages(Stream<MessageEventDefinition> definitions) {
        return definitions.map(MessageEventDefinition::getMessage).map(Message::getName);
    }

    private static Stream<String> fields(byte[] form) {
        return form == null ? Stream.empty() : CaseForm.parse(new ByteArrayInputStream(form)).keys().stream();
    }

    private static Set<String> names(String expression) {
        return NOT_A_NAME
                .splitAsStream(QUOTED.matcher(expression).replaceAll(""))
                .collect(Collectors.toSet());
    }
}
