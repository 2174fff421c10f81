package al.nrm.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFieldsImpl;

/** All that the engine would store of a value, as one run of bytes, so that it can be sealed whatever its type is. */
class PackedFields extends ValueFieldsImpl {

    private record Fields(String text, String text2, Long number, Double decimal, byte[] bytes) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;

    PackedFields(String name) {
        this.name = name;
    }

    static PackedFields unpack(String name, byte[] packed) {
        try {
            Fields fields = JSON.readValue(packed, Fields.class);
            PackedFields unpacked = new PackedFields(name);
            unpacked.setTextValue(fields.text());
            unpacked.setTextValue2(fields.text2());
            unpacked.setLongValue(fields.number());
            unpacked.setDoubleValue(fields.decimal());
            unpacked.setByteArrayValue(fields.bytes());
            return unpacked;
        } catch (IOException e) {
            // without its message, which would repeat the content
            throw new UncheckedIOException(new IOException("'" + name + "' was not packed by this system"));
        }
    }

    byte[] pack() {
        try {
            return JSON.writeValueAsBytes(
                    new Fields(getTextValue(), getTextValue2(), getLongValue(), getDoubleValue(), getByteArrayValue()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(new IOException("'" + name + "' cannot be packed"));
        }
    }

    @Override
    public String getName() {
        return name;
    }
}
