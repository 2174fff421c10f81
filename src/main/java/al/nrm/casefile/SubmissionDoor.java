package al.nrm.casefile;

import al.nrm.language.Words;
import al.nrm.platform.RequestWithBody;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The door through which every form comes in: what cannot be read is refused with the field's name before the engine
 * sees it, nothing but fields goes on, and a refusal reaches the sender as one plain sentence.
 */
@Component
class SubmissionDoor extends OncePerRequestFilter {

    private static final int MOST_BYTES = 512 * 1024;
    private static final String ENGINES_PREFIX = "^Cannot (?:instantiate process definition|submit task form) [^ ]+: ";

    private final ObjectMapper json = new ObjectMapper();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().matches(".*/submit-form/?");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] sent = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (sent.length > MOST_BYTES) {
            refuse(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    Words.say("The form is larger than 512 KiB"));
            return;
        }
        ObjectNode submission;
        try {
            submission = readable(sent);
        } catch (FormRefused refused) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, refused.getMessage());
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(new RequestWithBody(request, json.writeValueAsBytes(submission)), answer);
        tellPlainly(answer, response);
    }

    private ObjectNode readable(byte[] sent) {
        JsonNode body;
        try {
            body = sent.length == 0 ? json.createObjectNode() : json.readTree(sent);
        } catch (IOException broken) {
            throw new FormRefused("variables", "the request is no readable JSON");
        }
        JsonNode fields = body.path("variables");
        if (!body.isObject() || !(fields.isObject() || fields.isMissingNode() || fields.isNull())) {
            throw new FormRefused("variables", "an object of fields is expected");
        }
        ObjectNode submission = json.createObjectNode();
        if (body.hasNonNull("businessKey")) {
            throw new FormRefused("businessKey", "the case number is given by the system and may not be sent");
        }
        ObjectNode passed = submission.putObject("variables");
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            passed.set(field.getKey(), SentValue.read(field.getKey(), field.getValue(), json));
        }
        return submission;
    }

    /** The engine's API names its own ids before our sentence. */
    private void tellPlainly(ContentCachingResponseWrapper answer, HttpServletResponse response) throws IOException {
        if (answer.getStatus() == HttpServletResponse.SC_BAD_REQUEST) {
            String message = json.readTree(answer.getContentAsByteArray())
                    .path("message")
                    .asText();
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, message.replaceFirst(ENGINES_PREFIX, ""));
        } else {
            answer.copyBodyToResponse();
        }
    }

    private void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("type", "FormRefused", "message", sentence)));
    }
}
