package al.nrm.modelling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Holds whatever replaces a process that is built in to what others rely on: its SOP steps stay, and so do the ends of a
 * referral. A step that the law drops goes together with its row in the table of deadlines, in one deployment.
 */
final class OurProcesses {

    /** The ends of a case (contract, section 6). */
    private static final Map<String, Set<String>> ENDS =
            Map.of("referral", Set.of("EndEvent_NoIndicators", "EndEvent_RefusedDoorOpen", "EndEvent_CaseClosed"));

    private final Map<String, Set<String>> steps;
    private final Set<String> deadlines;

    OurProcesses() {
        steps = files("processes/*.bpmn")
                .collect(Collectors.toUnmodifiableMap(
                        file -> file.getFilename().replace(".bpmn", ""), file -> steps(content(file))));
        deadlines = files("processes/" + Deployed.DEADLINES)
                .flatMap(file -> DecisionRules.steps(content(file)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the replacement of a process of ours lacks; any other process is free. */
    void check(String id, BpmnModelInstance model, Deployed deployed, Findings findings) {
        Set<String> ends = model.getModelElementsByType(EndEvent.class).stream()
                .map(EndEvent::getId)
                .collect(Collectors.toSet());
        ENDS.getOrDefault(id, Set.of()).stream()
                .filter(end -> !ends.contains(end))
                .sorted()
                .forEach(end ->
                        findings.refuse("replacement", end, "is an end of a case that others rely on, and is missing"));
        steps.getOrDefault(id, Set.of()).stream()
                .filter(step -> !deployed.steps().contains(step) && !isDropped(step, deployed))
                .sorted()
                .forEach(step -> findings.refuse(
                        "replacement",
                        id,
                        "lacks the SOP step %s; a step that the law drops goes with its deadlines",
                        step));
    }

    private boolean isDropped(String step, Deployed deployed) {
        return has(deadlines, step) && !deployed.deadlines().isEmpty() && !has(deployed.deadlines(), step);
    }

    private static boolean has(Set<String> rows, String step) {
        return rows.stream().anyMatch(row -> row.equals(step) || row.startsWith(step + "-"));
    }

    /** The SOP steps that a model covers; none where it cannot be read. */
    static Set<String> steps(byte[] model) {
        try {
            return Bpmn.readModelFromStream(new ByteArrayInputStream(model))
                    .getModelElementsByType(FlowNode.class)
                    .stream()
                    .flatMap(node -> ModelReader.steps(node).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException unreadable) {
            return Set.of();
        }
    }

    private static Stream<Resource> files(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
