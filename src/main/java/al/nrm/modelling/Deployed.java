package al.nrm.modelling;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * What a deployment holds that its models may refer to.
 *
 * @param forms ids of the forms in the deployment
 * @param deadlines keys of the rows in the deployment's table of deadlines; empty where it brings none
 * @param steps SOP steps that the deployment's processes cover
 * @param calls by process, the processes that it calls
 */
record Deployed(Set<String> forms, Set<String> deadlines, Set<String> steps, Map<String, Set<String>> calls) {

    static final String DEADLINES = "deadlines.dmn";

    static Deployed of(Map<String, byte[]> resources) {
        Set<String> forms = resources.keySet().stream()
                .filter(name -> name.endsWith(".form"))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toUnmodifiableSet());
        byte[] table = resources.get(DEADLINES);
        Map<String, BpmnModelInstance> models = new HashMap<>();
        resources.forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                ModelReader.read(content).ifPresent(model -> models.put(name.replace(".bpmn", ""), model));
            }
        });
        Set<String> steps = models.values().stream()
                .flatMap(model -> ModelReader.steps(model).stream())
                .collect(Collectors.toSet());
        Map<String, Set<String>> calls = new HashMap<>();
        models.forEach((process, model) -> calls.put(process, ModelReader.calls(model)));
        return new Deployed(forms, table == null ? Set.of() : DecisionRules.steps(table), steps, calls);
    }

    /** Whether the table of deadlines has that row; a deployment without the table cannot tell. */
    boolean hasDeadline(String row) {
        return deadlines.isEmpty() || deadlines.contains(row);
    }
}
