package al.nrm.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What focal points abroad are told of a message is what the server takes. */
@Tag("database-independent")
class TransnationalMessageSchemaTest {

    private final JsonNode schema = read();

    @Test
    void theSchemaHasTheFieldsOfTheServerAndNoOther() {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactlyInAnyOrderElementsOf(MessageField.names());
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void eachFieldHasTheSameForm() {
        for (MessageField field : MessageField.values()) {
            JsonNode property = schema.path("properties").path(field.key());
            String form = field.form().pattern();
            if (property.has("enum")) {
                List<String> values = new ArrayList<>();
                property.path("enum").forEach(value -> values.add(value.asText()));
                assertThat(String.join("|", values)).as(field.key()).isEqualTo(form);
            } else if (property.has("maxLength")) {
                assertThat("(?s).{1," + property.path("maxLength").asInt() + "}")
                        .as(field.key())
                        .isEqualTo(form);
            } else {
                assertThat(property.path("pattern").asText()).as(field.key()).isEqualTo("^(" + form + ")$");
            }
        }
    }

    @Test
    void theEnvelopeIsRequired() {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        assertThat(required)
                .containsExactlyInAnyOrderElementsOf(
                        MessageField.envelope().stream().map(MessageField::key).toList());
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(
                            Path.of("docs", "transnational-message.schema.json").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
