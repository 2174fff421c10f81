package al.nrm.casefile;

import al.nrm.institution.Institutions;
import al.nrm.language.AlbanianNames;
import al.nrm.language.Languages;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows each sender of a start form the choices that are his, the likely one preset, and no field where he has none to make. */
@Component
class FormChoices {

    private final ObjectProvider<FormCheck> checks;
    private final Institutions institutions;
    private final AlbanianNames names;

    FormChoices(ObjectProvider<FormCheck> checks, Institutions institutions, AlbanianNames names) {
        this.checks = checks;
        this.institutions = institutions;
        this.names = names;
    }

    JsonNode offer(ObjectNode form, Collection<String> groups) {
        checks.stream()
                .filter(check -> check.form().equals(form.path("id").asText()))
                .forEach(check -> {
                    offer(form, check.choices(groups));
                    preset(form, check.presets(groups));
                });
        return form;
    }

    private static void preset(JsonNode parent, Map<String, String> presets) {
        for (JsonNode field : parent.path("components")) {
            String value = presets.get(field.path("key").asText());
            if (value != null) {
                ((ObjectNode) field).put("defaultValue", value);
            }
            preset(field, presets);
        }
    }

    private void offer(ObjectNode parent, Map<String, List<String>> offered) {
        for (Iterator<JsonNode> fields = parent.path("components").elements(); fields.hasNext(); ) {
            ObjectNode field = (ObjectNode) fields.next();
            List<String> values = offered.get(field.path("key").asText());
            if (values == null) {
                offer(field, offered);
            } else if (values.isEmpty()) {
                fields.remove();
            } else {
                ArrayNode options = field.putArray("values");
                values.forEach(
                        group -> options.addObject().put("label", nameOf(group)).put("value", group));
            }
        }
    }

    /** A choice that is no group is its own name. */
    private String nameOf(String group) {
        if (!institutions.isGroup(group)) {
            return group;
        }
        String english = institutions.nameOf(group);
        return Languages.isAlbanian() ? names.inAlbanian(english).orElse(english) : english;
    }
}
