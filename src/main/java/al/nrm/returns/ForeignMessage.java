package al.nrm.returns;

import al.nrm.language.Words;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/** A message from a focal point abroad that has the defined form, field by field; nothing else becomes one. */
record ForeignMessage(Map<String, String> fields) {

    /** More than the longest fields together. */
    static final int MOST_BYTES = 64 * 1024;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws MessageRefused with the name of the field that is wrong, and never with what stood in it */
    static ForeignMessage read(byte[] sent) {
        if (sent.length > MOST_BYTES) {
            throw new MessageRefused(
                    HttpStatus.PAYLOAD_TOO_LARGE, "message", Words.say("must have at most %d KiB", MOST_BYTES / 1024));
        }
        TreeMap<String, String> fields = new TreeMap<>();
        JsonNode message = tree(sent);
        message.properties().forEach(field -> fields.put(field.getKey(), value(field.getKey(), field.getValue())));
        ForeignMessage read = new ForeignMessage(fields);
        MessageField.envelope().forEach(read::require);
        if (!"ALB".equals(read.get(MessageField.RECIPIENT)) || "ALB".equals(read.get(MessageField.SENDER))) {
            throw new MessageRefused(MessageField.RECIPIENT, Words.say("is not for Albania, or not from abroad"));
        }
        return read;
    }

    private static JsonNode tree(byte[] sent) {
        try {
            JsonNode message = JSON.readTree(sent);
            if (message != null && message.isObject()) {
                return message;
            }
        } catch (IOException broken) {
            // Its message would repeat what was sent.
        }
        throw new MessageRefused(HttpStatus.BAD_REQUEST, "message", Words.say("the request is no readable JSON"));
    }

    private static String value(String key, JsonNode value) {
        MessageField field = MessageField.of(key)
                .orElseThrow(() -> new MessageRefused(
                        HttpStatus.BAD_REQUEST, "message", Words.say("has a field that is not defined")));
        if (!value.isTextual() && !value.isBoolean()
                || !field.form().matcher(value.asText()).matches()) {
            throw new MessageRefused(field, Words.say("has not the form that is defined for it"));
        }
        return value.asText();
    }

    /** @throws MessageRefused where the field was not sent */
    String require(MessageField field) {
        return find(field).orElseThrow(() -> new MessageRefused(field, Words.say("required")));
    }

    Optional<String> find(MessageField field) {
        return Optional.ofNullable(fields.get(field.key()));
    }

    String get(MessageField field) {
        return fields.get(field.key());
    }

    String sender() {
        return get(MessageField.SENDER);
    }

    String id() {
        return get(MessageField.MESSAGE_ID);
    }

    /** Its content in one order of fields, so that the same message is always the same bytes. */
    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(new TreeMap<>(fields));
        } catch (IOException textsAlwaysAre) {
            throw new IllegalStateException(textsAlwaysAre);
        }
    }
}
