package al.nrm.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The trail for the auditor's own programs: look up, take away, seal, verify. */
@RestController
class AuditApi {

    private final TrailViews views;
    private final Seals seals;
    private final Verification verification;
    private final ObjectMapper json;

    AuditApi(TrailViews views, Seals seals, Verification verification, ObjectMapper json) {
        this.views = views;
        this.seals = seals;
        this.verification = verification;
        this.json = json;
    }

    @GetMapping(path = "/audit/cases/{caseNumber}/trail", produces = MediaType.APPLICATION_JSON_VALUE)
    List<TrailRow> trail(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        return views.ofCase(views.known(caseNumber), Asked.from(page, size), size);
    }

    @GetMapping("/audit/cases/{caseNumber}/trail.jsonl")
    void jsonLines(@PathVariable String caseNumber, HttpServletResponse response) throws IOException {
        export(caseNumber, "jsonl", "application/jsonl", this::line, response);
    }

    @GetMapping("/audit/cases/{caseNumber}/trail.csv")
    void csv(@PathVariable String caseNumber, HttpServletResponse response) throws IOException {
        export(caseNumber, "csv", "text/csv", this::commaSeparated, response);
    }

    @GetMapping(path = "/audit/reads", produces = MediaType.APPLICATION_JSON_VALUE)
    List<TrailRow> reads(
            @RequestParam String worker,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        return views.readsOf(Asked.worker(worker), Asked.from(page, size), size);
    }

    @GetMapping(path = "/audit/seals", produces = MediaType.APPLICATION_JSON_VALUE)
    List<PrintedSeal> seals(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
        return views.seals(Asked.from(page, size), size).stream()
                .map(PrintedSeal::of)
                .toList();
    }

    @PostMapping(path = "/audit/seals", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    PrintedSeal seal() {
        return PrintedSeal.of(seals.seal());
    }

    @GetMapping(path = "/audit/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    Verdict verify(@RequestParam(defaultValue = "") List<String> seal) {
        return verification.verify(seal.stream().map(Asked::seal).toList());
    }

    private void export(
            String typed, String ending, String type, Function<TrailRow, String> line, HttpServletResponse response)
            throws IOException {
        String caseNumber = views.known(typed);
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.%s\"".formatted(caseNumber, ending));
        List<TrailRow> rows;
        long from = 0;
        do {
            rows = views.ofCase(caseNumber, from, Asked.MOST_AT_ONCE);
            for (TrailRow row : rows) {
                response.getWriter().append(line.apply(row)).append('\n');
            }
            from += rows.size();
        } while (rows.size() == Asked.MOST_AT_ONCE);
    }

    private String line(Object row) {
        try {
            return json.writeValueAsString(row);
        } catch (JsonProcessingException neverOfARecord) {
            throw new UncheckedIOException(neverOfARecord);
        }
    }

    private String commaSeparated(TrailRow row) {
        return Stream.of(
                        row.at(),
                        row.kind(),
                        row.who(),
                        row.worker(),
                        row.caseNumber(),
                        row.subject(),
                        line(row.details()),
                        row.chain(),
                        row.sequence(),
                        row.hash())
                .map(value -> '"' + Objects.toString(value, "").replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
