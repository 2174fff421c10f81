package al.nrm.returns;

import al.nrm.keys.KeyMissing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds each message for a focal point abroad until the gateway has carried it away: at least once, by its id. */
@Component
class Outbox {

    private static final int MOST_AT_ONCE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoredMessages messages;
    private final Clock clock;

    Outbox(StoredMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Posts a message in the running transaction: what is rolled back is never sent. */
    void put(String caseNumber, Map<String, Object> content) {
        Map<String, Object> message = new TreeMap<>(content);
        String id = UUID.randomUUID().toString();
        String recipient = (String) content.get(MessageField.RECIPIENT.key());
        message.put(MessageField.MESSAGE_ID.key(), id);
        message.put(MessageField.SENDER.key(), "ALB");
        message.put(
                MessageField.SENT_AT.key(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        messages.keep(
                StoredMessages.OUTGOING,
                recipient,
                id,
                caseNumber,
                (String) content.get(MessageField.MESSAGE_TYPE.key()),
                bytes(message));
    }

    /** What the gateway has not confirmed yet, each with the number of its case. */
    List<JsonNode> waiting() {
        return messages.undelivered(MOST_AT_ONCE).stream().flatMap(this::opened).toList();
    }

    /**
     * Takes a message out, once it has been carried away; again is the same.
     *
     * @return whether there is such a message
     */
    @Transactional
    public boolean confirm(String id) {
        var message = messages.outgoing(id);
        message.ifPresent(messages::delivered);
        return message.isPresent();
    }

    private Stream<JsonNode> opened(StoredMessages.Row row) {
        try {
            return Stream.of(JSON.createObjectNode()
                    .put("caseNumber", row.caseNumber())
                    .set("message", JSON.readTree(messages.open(StoredMessages.OUTGOING, row))));
        } catch (KeyMissing erased) {
            return Stream.empty();
        } catch (IOException neverOfOurs) {
            throw new UncheckedIOException(neverOfOurs);
        }
    }

    private static byte[] bytes(Map<String, Object> message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (IOException textsAlwaysAre) {
            throw new UncheckedIOException(textsAlwaysAre);
        }
    }
}
