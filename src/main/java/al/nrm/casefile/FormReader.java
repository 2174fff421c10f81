package al.nrm.casefile;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a form-js 1.8 form (schema version 16) and refuses, in words, whatever in it the server could not enforce. */
final class FormReader {

    private static final Set<String> SHOWN_ONLY = Set.of("text", "separator", "spacer");
    private static final Set<String> CHECKS =
            Set.of("required", "min", "max", "minLength", "maxLength", "pattern", "validationType");
    /** A key with a dot would be a path into a nested value. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, FormField> fields = new LinkedHashMap<>();

    private FormReader() {}

    static CaseForm read(InputStream json) {
        JsonNode form = tree(json);
        String id = form.path("id").asText();
        require(!id.isBlank(), "a form has no id");
        var reader = new FormReader();
        try {
            reader.readComponents(form, List.of());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("form '" + id + "': " + e.getMessage(), e);
        }
        return new CaseForm(id, reader.fields);
    }

    private static JsonNode tree(InputStream json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("a form is not readable as JSON", e);
        }
    }

    private void readComponents(JsonNode parent, List<Condition> outer) {
        require(parent.path("components").isArray(), "'components' must be a list");
        for (JsonNode component : parent.path("components")) {
            String name = component.path("key").asText(component.path("id").asText());
            try {
                readComponent(component, outer);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("'" + name + "': " + e.getMessage(), e);
            }
        }
    }

    private void readComponent(JsonNode component, List<Condition> outer) {
        String type = component.path("type").asText();
        var hides = new ArrayList<>(outer);
        String hide = component.path("conditional").path("hide").asText();
        if (!hide.isEmpty()) {
            hides.add(Condition.parse(hide));
        }
        if (type.equals("group")) {
            require(component.path("path").asText().isEmpty(), "a group must have no path");
            require(!flag(component, "isRepeating"), "a group must not repeat");
            readComponents(component, hides);
        } else if (!SHOWN_ONLY.contains(type)) {
            FormField field = field(component, hides);
            require(fields.put(field.key(), field) == null, "the key is there twice");
        }
    }

    private static FormField field(JsonNode component, List<Condition> hides) {
        JsonNode validate = component.path("validate");
        validate.fieldNames()
                .forEachRemaining(check -> require(CHECKS.contains(check), "unknown check '" + check + "'"));
        String key = component.path("key").asText();
        require(KEY.matcher(key).matches(), "the key must be a plain name");
        boolean readOnly = flag(component, "disabled") | flag(component, "readonly");
        return new FormField(key, !readOnly, flag(validate, "required"), hides, RuleReader.rule(component, validate));
    }

    static boolean flag(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        require(node.isMissingNode() || node.isBoolean(), "'" + name + "' must be true or false");
        return node.asBoolean();
    }

    static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
