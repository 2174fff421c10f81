package al.nrm.online;

import al.nrm.language.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** A batch as it was sent: by whom, and no more of it than the server can hold in memory. */
record SentBatch(String reporter, JsonNode reports) {

    private static final int MOST_REPORTS = 10_000;
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    /**
     * @param mine the groups in whose name the sender may report
     * @throws BatchRefused where it is no batch
     */
    static SentBatch read(HttpServletRequest request, List<String> mine, ObjectMapper json) throws IOException {
        if (request.getContentLengthLong() < 0) {
            throw new BatchRefused(HttpStatus.LENGTH_REQUIRED, Words.say("the request does not say how long it is"));
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new BatchRefused(HttpStatus.PAYLOAD_TOO_LARGE, Words.say("the batch is too large; send it in parts"));
        }
        try {
            return of(json.readTree(request.getInputStream()), mine);
        } catch (JsonProcessingException broken) {
            throw new BatchRefused(HttpStatus.BAD_REQUEST, Words.say("is no readable JSON"));
        }
    }

    private static SentBatch of(JsonNode sent, List<String> mine) {
        String reporter = Optional.of(sent.path("reportingInstitution").asText(mine.size() == 1 ? mine.get(0) : ""))
                .filter(mine::contains)
                .orElseThrow(() -> new BatchRefused(
                        HttpStatus.BAD_REQUEST, "reportingInstitution: " + Words.say("not one of the listed values")));
        JsonNode reports = sent.path("reports");
        if (!reports.isArray()) {
            throw new BatchRefused(HttpStatus.BAD_REQUEST, "reports: " + Words.say("a list of reports is expected"));
        }
        if (reports.size() > MOST_REPORTS) {
            throw new BatchRefused(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "reports: " + Words.say("must have at most %d entries", MOST_REPORTS));
        }
        return new SentBatch(reporter, reports);
    }
}
