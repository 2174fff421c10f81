package al.nrm.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Puts an answer into records: which cases it shows, a record for each and one where it shows none, or that it was refused. */
@Component
class AnswerRecords {

    private static final Set<HttpStatus> REFUSALS =
            Set.of(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN, HttpStatus.TOO_MANY_REQUESTS);

    private final KnownCases cases;
    private final ObjectMapper json = new ObjectMapper();

    AnswerRecords(KnownCases cases) {
        this.cases = cases;
    }

    List<Happening> of(HttpServletRequest request, ContentCachingResponseWrapper answer) throws IOException {
        Route route = Route.of(request);
        HttpStatus status = HttpStatus.valueOf(answer.getStatus());
        if (REFUSALS.contains(status)
                || status == HttpStatus.NOT_FOUND
                        && (route.isOfCases() || !route.ids().isEmpty())) {
            return List.of(refusal(route, status));
        }
        boolean shows = status.is2xxSuccessful()
                && (answer.getContentSize() > 0 || HttpMethod.HEAD.matches(request.getMethod()));
        return shows ? reads(route, isFile(answer) ? "case.exported" : "case.read", content(answer)) : List.of();
    }

    private Happening refusal(Route route, HttpStatus status) {
        String caseNumber = cases.of(route.ids()).values().stream().findFirst().orElse(null);
        return new Happening(
                caseNumber,
                "request.refused",
                subject(route),
                Map.of("route", route.template(), "status", String.valueOf(status.value())));
    }

    private List<Happening> reads(Route route, String kind, JsonNode content) {
        Shown shown = Shown.in(content, subject(route));
        Map<String, String> numbers = cases.ofInstances(shown.namesById().keySet());
        numbers.putAll(cases.of(route.ids()));
        Map<String, Set<String>> namesByCase = new TreeMap<>();
        shown.namesById().forEach((id, names) -> {
            if (numbers.containsKey(id)) {
                namesByCase
                        .computeIfAbsent(numbers.get(id), first -> new TreeSet<>())
                        .addAll(names);
            }
        });
        List<Happening> reads = new ArrayList<>();
        namesByCase.forEach((number, names) -> reads.add(read(route, kind, number, names)));
        if (reads.isEmpty() && route.isOfCases()) {
            reads.add(read(route, kind, null, Set.of()));
        }
        return reads;
    }

    private static Happening read(Route route, String kind, String caseNumber, Set<String> names) {
        Map<String, String> details = new TreeMap<>(Map.of("route", route.template()));
        if (!names.isEmpty()) {
            details.put("shown", String.join(" ", names));
        }
        return new Happening(caseNumber, kind, subject(route), details);
    }

    /** Something to keep, where other answers are to look at. */
    private static boolean isFile(ContentCachingResponseWrapper answer) {
        return String.valueOf(answer.getHeader(HttpHeaders.CONTENT_DISPOSITION)).startsWith("attachment");
    }

    private static String subject(Route route) {
        return route.ids().isEmpty() ? null : route.ids().get(0);
    }

    private JsonNode content(ContentCachingResponseWrapper answer) throws IOException {
        String type = answer.getContentType();
        return type != null && type.matches("(?i)application/([a-z.]+\\+)?json\\b.*")
                ? json.readTree(answer.getContentInputStream())
                : MissingNode.getInstance();
    }
}
