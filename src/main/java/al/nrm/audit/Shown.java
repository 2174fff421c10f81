package al.nrm.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an answer shows, by the ids it shows it under: process instances and case numbers, each with the names of its
 * variables that are shown, never their values.
 */
class Shown {

    private static final List<String> OWNERS =
            List.of("processInstanceId", "rootProcessInstanceId", "businessKey", "caseNumber");

    private final Map<String, Set<String>> namesById = new LinkedHashMap<>();

    /**
     * Looks through an answer.
     *
     * @param asked the id that the address named, to which belongs what names no other; null where it named none
     */
    static Shown in(JsonNode answer, String asked) {
        Shown shown = new Shown();
        if (asked != null) {
            shown.names(asked);
        }
        shown.look(answer, asked);
        return shown;
    }

    Map<String, Set<String>> namesById() {
        return namesById;
    }

    private void look(JsonNode node, String outer) {
        if (node.isTextual() && Route.CASE_NUMBER.matcher(node.textValue()).matches()) {
            names(node.textValue());
        }
        String owner = owner(node).orElse(outer);
        if (owner != null) {
            names(owner).addAll(variables(node));
        }
        // of an object its fields, of a list its entries
        node.forEach(part -> look(part, owner));
    }

    /** What the engine shows variables as: rows with a name and a value, or under their names. */
    private static Set<String> variables(JsonNode node) {
        Set<String> names = new TreeSet<>();
        if (node.has("value") && node.path("name").isTextual()) {
            names.add(node.path("name").textValue());
        }
        node.properties().stream()
                .filter(field ->
                        field.getValue().has("value") && field.getValue().has("type"))
                .forEach(field -> names.add(field.getKey()));
        return names;
    }

    private static Optional<String> owner(JsonNode node) {
        return OWNERS.stream()
                .map(field -> node.path(field).asText(""))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private Set<String> names(String id) {
        return namesById.computeIfAbsent(id, first -> new TreeSet<>());
    }
}
