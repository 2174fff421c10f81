package al.nrm.platform;

import al.nrm.language.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers what two people do at the same moment as what it is, a conflict (409), where the engine's API calls it an
 * error of its own, and what is not there as missing (404); any other failure of the engine is told without its insides.
 */
@Component
class PlainErrors extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(PlainErrors.class);
    private static final Map<String, String> CONFLICTS = Map.of(
            "TaskAlreadyClaimedException", Words.known("Another person has claimed this task"),
            "OptimisticLockingException",
                    Words.known("Somebody else worked on this case at the same moment; send it again"));

    /** What the engine says of a user, group or case that is not there. */
    private static final String MISSING = "NullValueException";

    /** The engine's codes of an optimistic lock that was lost and of a deadlock that was broken. */
    private static final Set<Integer> LOST_RACE = Set.of(1, 10_000);

    /** The engine's code of a text that its column cannot hold, under whatever status its API answers with. */
    private static final int TOO_LONG = 10_002;

    /** Where the engine calls an administrator's slip a failure of its own. */
    private static final Pattern PEOPLE = Pattern.compile("/(user|group)/");

    private final ObjectMapper json = new ObjectMapper();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Only what changes something can conflict; answers to reading may be large and are not held back.
        return request.getMethod().equals("GET") || !request.getRequestURI().matches("/(engine-rest|camunda/api)/.*");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST && isTooLong(answer.getContentAsByteArray())) {
            answer.resetBuffer();
            Refusal.send(
                    answer,
                    HttpServletResponse.SC_BAD_REQUEST,
                    Words.say("One of the texts is longer than the system can keep; nothing was changed"));
        } else if (answer.getStatus() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            String type = type(answer.getContentAsByteArray());
            boolean conflict = CONFLICTS.containsKey(type);
            boolean missing = type.equals(MISSING);
            if (PEOPLE.matcher(request.getRequestURI()).find()) {
                answer.resetBuffer();
                Refusal.send(
                        answer,
                        HttpServletResponse.SC_BAD_REQUEST,
                        Words.say(
                                "The system does not take this; an id has letters, digits and . _ @ - only, and is given once"));
                answer.copyBodyToResponse();
                return;
            }
            if (!conflict && !missing) {
                LOG.error("The engine failed at {} {}: {}", request.getMethod(), request.getRequestURI(), type);
            }
            answer.resetBuffer();
            if (conflict || missing) {
                answer.setStatus(conflict ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_NOT_FOUND);
            } else {
                answer.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
            answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
            answer.getOutputStream().write(json.writeValueAsBytes(Map.of("type", type, "message", sentence(type))));
        }
        answer.copyBodyToResponse();
    }

    private static String sentence(String type) {
        return Words.say(
                type.equals(MISSING)
                        ? Words.known("What is named here does not exist")
                        : CONFLICTS.getOrDefault(type, Words.known("The system failed; nothing was changed")));
    }

    private boolean isTooLong(byte[] body) {
        try {
            return json.readTree(body).path("code").asInt() == TOO_LONG;
        } catch (IOException notJson) {
            return false;
        }
    }

    private String type(byte[] body) {
        try {
            JsonNode error = json.readTree(body);
            // The API wraps the failure of a form; the engine's code tells what it was.
            return LOST_RACE.contains(error.path("code").asInt())
                    ? "OptimisticLockingException"
                    : error.path("type").asText("unknown");
        } catch (IOException notJson) {
            return "unknown";
        }
    }
}
