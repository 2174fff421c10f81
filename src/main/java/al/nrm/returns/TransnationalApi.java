package al.nrm.returns;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door of the national gateway alone: it brings what focal points abroad send, and carries away what is for them. */
@RestController
class TransnationalApi {

    private final Inbox inbox;
    private final Outbox outbox;

    TransnationalApi(Inbox inbox, Outbox outbox) {
        this.inbox = inbox;
        this.outbox = outbox;
    }

    @PostMapping(path = "/transnational/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> take(HttpServletRequest request) throws IOException {
        ForeignMessage message =
                ForeignMessage.read(request.getInputStream().readNBytes(ForeignMessage.MOST_BYTES + 1));
        return Map.of("messageId", message.id(), "caseNumber", inbox.take(message));
    }

    @GetMapping(path = "/transnational/outbox", produces = MediaType.APPLICATION_JSON_VALUE)
    List<JsonNode> waiting() {
        return outbox.waiting();
    }

    @PostMapping("/transnational/outbox/{id}/delivered")
    ResponseEntity<Void> delivered(@PathVariable String id) {
        return outbox.confirm(id)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.NOT_FOUND).build();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(MessageRefused refused) {
        return ResponseEntity.status(refused.status())
                .body(Map.of("type", "MessageRefused", "message", refused.getMessage()));
    }
}
