package al.nrm.modelling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
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
    private final Map<String, Set<String>> decided;

    OurProcesses() {
        steps = files("processes/*.bpmn")
                .collect(Collectors.toUnmodifiableMap(OurProcesses::id, file -> ModelReader.read(content(file))
                        .map(ModelReader::steps)
                        .orElse(Set.of())));
        deadlines = files("processes/" + Deployed.DEADLINES)
                .flatMap(file -> DecisionRules.steps(content(file)).stream())
                .collect(Collectors.toUnmodifiableSet());
        decided = files("processes/*.dmn")
                .collect(Collectors.toUnmodifiableMap(
                        OurProcesses::id, file -> DecisionRules.outputs(id(file), content(file))));
    }

    private static String id(Resource file) {
        return file.getFilename().replaceFirst("\\.[a-z]+$", "");
    }

    /** Whether the replacement of a table of ours decides what the table decides; any other decision is free. */
    void checkDecision(String id, byte[] content, Findings findings) {
        Set<String> found = DecisionRules.outputs(id, content);
        decided.getOrDefault(id, Set.of()).stream()
                .filter(name -> !found.contains(name))
                .sorted()
                .forEach(
                        name -> findings.refuse("replacement", id, "does not decide '%s', which others rely on", name));
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
