package al.nrm.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One field as it was sent, in the form the engine's API reads it, or refused by name. */
final class SentValue {

    private SentValue() {}

    /**
     * Reads what was sent for a field. The type that was declared counts only where it fits the value; the form decides
     * afterwards whether the field takes it.
     *
     * @throws FormRefused where the engine could not read the value
     */
    static ObjectNode read(String field, JsonNode sent, ObjectMapper json) {
        if (!sent.isObject()) {
            throw new FormRefused(field, "a value with its type is expected");
        }
        JsonNode value = sent.path("value");
        String declared = sent.path("type").asText("").toLowerCase(java.util.Locale.ROOT);
        ObjectNode read = json.createObjectNode();
        if (declared.equals("file") || declared.equals("bytes") || declared.equals("object")) {
            throw new FormRefused(field, "a value of this kind is not accepted");
        } else if (value.isMissingNode() || value.isNull()) {
            return read.putNull("value").put("type", "Null");
        } else if (value.isContainerNode() || declared.equals("json")) {
            return read.put("value", list(field, value, json)).put("type", "Json");
        }
        return read.put("type", type(value)).set("value", value);
    }

    private static String list(String field, JsonNode value, ObjectMapper json) {
        try {
            return value.isTextual() ? json.readTree(value.asText()).toString() : value.toString();
        } catch (JsonProcessingException broken) {
            throw new FormRefused(field, "is no readable JSON");
        }
    }

    private static String type(JsonNode value) {
        if (value.isBoolean()) {
            return "Boolean";
        }
        if (value.isIntegralNumber()) {
            return value.canConvertToInt() ? "Integer" : value.canConvertToLong() ? "Long" : "Double";
        }
        return value.isNumber() ? "Double" : "String";
    }
}
