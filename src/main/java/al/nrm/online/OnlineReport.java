package al.nrm.online;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** What a reporter has said, as the form of an online report asks it, and nothing besides. Immutable. */
record OnlineReport(Map<String, Object> fields) {

    static final String INDICATORS = "indicators";

    private static final List<String> FIELDS = List.of(
            "reportSource",
            "reference",
            "location",
            "hashes",
            "ageGroup",
            "sex",
            "county",
            "immediateDanger",
            INDICATORS,
            "narrative");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As a form has accepted it, before it is a case. */
    static OnlineReport accepted(VariableMap form) {
        return of(field -> {
            TypedValue value = form.getValueTyped(field);
            return value instanceof JsonValue list ? codes(list.getValueSerialized()) : form.get(field);
        });
    }

    /** As a case holds it. */
    static OnlineReport held(Function<String, Object> variables) {
        return of(field -> {
            Object value = variables.apply(field);
            return value instanceof SpinJsonNode list ? codes(list.toString()) : value;
        });
    }

    static OnlineReport read(byte[] json) {
        try {
            Map<String, Object> fields = JSON.readValue(json, new TypeReference<>() {});
            return of(fields::get);
        } catch (IOException ourOwn) {
            throw new UncheckedIOException(ourOwn);
        }
    }

    private static OnlineReport of(Function<String, Object> values) {
        Map<String, Object> fields = new HashMap<>();
        FIELDS.forEach(field -> fields.put(field, values.apply(field)));
        fields.putIfAbsent(INDICATORS, List.of());
        return new OnlineReport(fields);
    }

    private static List<?> codes(String list) {
        try {
            return JSON.readValue(list, List.class);
        } catch (JsonProcessingException acceptedBefore) {
            throw new UncheckedIOException(acceptedBefore);
        }
    }

    String text(String field) {
        return (String) fields.get(field);
    }

    /** The hashes of what was seen, each once, in one way of writing. */
    List<String> hashes() {
        return Stream.ofNullable(text("hashes"))
                .flatMap(text -> Stream.of(text.split("[\\s,;]+")))
                .filter(hash -> !hash.isEmpty())
                .map(OnlineReport::asOneWrites)
                .distinct()
                .toList();
    }

    /** Hexadecimal digits are the same in either case; other alphabets are not. */
    private static String asOneWrites(String hash) {
        return hash.matches("\\p{XDigit}+") ? hash.toLowerCase(java.util.Locale.ROOT) : hash;
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException textsAlwaysAre) {
            throw new UncheckedIOException(textsAlwaysAre);
        }
    }

    /** As the case is to hold it. */
    VariableMap variables() {
        VariableMap variables = Variables.createVariables();
        variables.putAll(fields);
        variables.put("sex", Objects.requireNonNullElse(fields.get("sex"), "unknown"));
        try {
            String codes = JSON.writeValueAsString(fields.get(INDICATORS));
            variables.putValueTyped(INDICATORS, SpinValues.jsonValue(codes).create());
        } catch (JsonProcessingException textsAlwaysAre) {
            throw new UncheckedIOException(textsAlwaysAre);
        }
        return variables;
    }
}
