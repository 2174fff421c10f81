package al.nrm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** Fills in a form plainly, as the acceptance scenarios' player does: the first option, true, the minimum, a short text. */
record PlainForm(JsonNode form) {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    static PlainForm of(InputStream json) {
        try (json) {
            return new PlainForm(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> fill(Map<String, Object> given) {
        Map<String, Object> values = new HashMap<>();
        given.forEach((key, value) -> values.put(key, value instanceof List<?> list ? json(list) : value));
        fill(form, values);
        return values;
    }

    private static void fill(JsonNode parent, Map<String, Object> values) {
        for (JsonNode field : parent.path("components")) {
            String key = field.path("key").asText();
            if (!key.isEmpty()
                    && !values.containsKey(key)
                    && field.at("/validate/required").asBoolean()
                    && !field.path("disabled").asBoolean()
                    && field.at("/properties/options").isMissingNode()) {
                values.put(key, plain(field));
            }
            fill(field, values);
        }
    }

    private static Object plain(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "select", "radio" -> first(field);
            case "checklist", "taglist" -> json(List.of(first(field)));
            case "checkbox" -> true;
            case "number" -> field.at("/validate/min").asInt(1);
            case "datetime" -> date(field);
            // People of one name and birthday are compared with each other, which few tests are about.
            default -> "fullName".equals(field.path("key").asText()) ? "Person " + PEOPLE.incrementAndGet() : "xxx";
        };
    }

    private static JsonValue json(List<?> list) {
        return SpinValues.jsonValue(Spin.JSON(list)).create();
    }

    private static Object first(JsonNode field) {
        JsonNode value = field.at("/values/0/value");
        return value.isBoolean() ? value.asBoolean() : value.asText();
    }

    private static String date(JsonNode field) {
        LocalDate today = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
        return switch (field.path("subtype").asText("date")) {
            case "time" -> "10:00";
            case "datetime" -> today + "T10:00";
            default -> today.toString();
        };
    }
}
