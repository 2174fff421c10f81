package al.nrm.online;

import al.nrm.audit.Happening;
import al.nrm.institution.Institutions;
import al.nrm.language.Words;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the batches of helplines, platforms and the clearing house. What has been answered is committed; who gets no answer
 * sends the same batch again, and nothing is taken twice.
 */
@RestController
class OnlineReportsApi {

    private final ReadBatch batches;
    private final OnlineIntake intake;
    private final Institutions institutions;
    private final IdentityService identities;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;

    OnlineReportsApi(
            ReadBatch batches,
            OnlineIntake intake,
            Institutions institutions,
            IdentityService identities,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            ObjectMapper json) {
        this.batches = batches;
        this.intake = intake;
        this.institutions = institutions;
        this.identities = identities;
        this.transaction = transaction;
        this.events = events;
        this.json = json;
    }

    /** The answer to a batch; of what was refused, each by its place in the batch. */
    record Answer(int taken, int joined, int known, List<ReadBatch.Refused> refused) {}

    @PostMapping(
            path = "/online-reports",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Answer take(HttpServletRequest request, Authentication sender) throws IOException {
        List<String> groups = sender.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        List<String> mine = institutions.starters(groups, OnlineReportProcess.KEY);
        if (mine.isEmpty()) {
            throw new BatchRefused(HttpStatus.FORBIDDEN, Words.say("your institution does not take online reports"));
        }
        SentBatch sent = SentBatch.read(request, mine, json);
        ReadBatch.Batch batch = asServer(sender.getName(), groups, () -> batches.read(sent.reports()));
        return transaction.execute(status -> {
            OnlineIntake.Taken taken =
                    asServer(sender.getName(), groups, () -> intake.take(sent.reporter(), batch.accepted()));
            events.publishEvent(new Happening(
                    null,
                    "online-reports.taken",
                    null,
                    Map.of(
                            "reporter", sent.reporter(),
                            "taken", String.valueOf(taken.taken()),
                            "joined", String.valueOf(taken.joined()),
                            "known", String.valueOf(taken.known()),
                            "refused", String.valueOf(batch.refused().size()))));
            return new Answer(taken.taken(), taken.joined(), taken.known(), batch.refused());
        });
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(BatchRefused refused) {
        return ResponseEntity.status(refused.status())
                .body(Map.of("type", "RequestRefused", "message", refused.getMessage()));
    }

    /** Forms and rules are read for the server, whatever the sender may see of them; what happens is told in the sender's name. */
    private <T> T asServer(String sender, List<String> groups, Supplier<T> work) {
        identities.clearAuthentication();
        try {
            return work.get();
        } finally {
            identities.setAuthentication(sender, groups);
        }
    }
}
