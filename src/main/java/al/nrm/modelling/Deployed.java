package al.nrm.modelling;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a deployment holds that its models may refer to.
 *
 * @param forms ids of the forms in the deployment
 * @param deadlines keys of the rows in the deployment's table of deadlines; empty where it brings none
 * @param steps SOP steps that the deployment's processes cover
 */
record Deployed(Set<String> forms, Set<String> deadlines, Set<String> steps) {

    static final String DEADLINES = "deadlines.dmn";

    static Deployed of(Map<String, byte[]> resources) {
        Set<String> forms = resources.keySet().stream()
                .filter(name -> name.endsWith(".form"))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toUnmodifiableSet());
        byte[] table = resources.get(DEADLINES);
        Set<String> steps = resources.entrySet().stream()
                .filter(resource -> resource.getKey().endsWith(".bpmn"))
                .flatMap(resource -> OurProcesses.steps(resource.getValue()).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Deployed(forms, table == null ? Set.of() : DecisionRules.steps(table), steps);
    }

    /** Whether the table of deadlines has that row; a deployment without the table cannot tell. */
    boolean hasDeadline(String row) {
        return deadlines.isEmpty() || deadlines.contains(row);
    }
}
