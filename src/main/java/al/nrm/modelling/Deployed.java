package al.nrm.modelling;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a deployment holds that its models may refer to.
 *
 * @param forms ids of the forms in the deployment
 * @param deadlines keys of the rows in the deployment's table of deadlines; empty where it brings none
 */
record Deployed(Set<String> forms, Set<String> deadlines) {

    static final String DEADLINES = "deadlines.dmn";

    static Deployed of(Map<String, byte[]> resources) {
        Set<String> forms = resources.keySet().stream()
                .filter(name -> name.endsWith(".form"))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toUnmodifiableSet());
        byte[] table = resources.get(DEADLINES);
        return new Deployed(forms, table == null ? Set.of() : DecisionRules.steps(table));
    }

    /** Whether the table of deadlines has that row; a deployment without the table cannot tell. */
    boolean hasDeadline(String row) {
        return deadlines.isEmpty() || deadlines.contains(row);
    }
}
