package al.nrm.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriUtils;

/**
 * Holds the engine's API and the web apps' to {@link Sight}: a task out of sight is not there (404); of a task's variables
 * only its fields are shown, of the history's the open facts, of a start form the caller's own choices.
 */
@Component
@Order(NarrowAnswers.BEFORE_THE_FORMS_DOOR)
class NarrowAnswers extends OncePerRequestFilter {

    /** After the translation, which has to read what is left, and before anything is said of a form that is sent. */
    static final int BEFORE_THE_FORMS_DOOR = 10;

    private static final String ENGINE = "(?:/engine-rest(?:/engine/default)?|/camunda/api/engine/engine/default)";
    private static final Pattern TASK = Pattern.compile(ENGINE + "?/task/(?!(?:count|report.*)/?$)([^/]+)(/.*)?");
    private static final Pattern WHAT_WAS_DONE = Pattern.compile(ENGINE + "/history/user-operation(?:/.*)?");
    private static final Pattern START_FORM =
            Pattern.compile(ENGINE + "/process-definition/(?:key/)?[^/]+/deployed-start-form/?");
    private static final Pattern VARIABLES = Pattern.compile("/(?:form-variables|variables)/?");
    private static final Pattern HISTORY = Pattern.compile(ENGINE + "/history/variable-instance(?:/[^/]+)?/?");

    private final FormChoices choices;
    private final Sight sight;
    private final ObjectMapper json = new ObjectMapper();

    NarrowAnswers(FormChoices choices, Sight sight) {
        this.choices = choices;
        this.sight = sight;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
        Matcher task = TASK.matcher(path);
        if (task.matches() && !sight.reaches(task.group(1), groups())
                || WHAT_WAS_DONE.matcher(path).matches() && !isOfOneTaskInSight(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<UnaryOperator<JsonNode>> narrowing =
                "GET".equals(request.getMethod()) ? narrowing(path, task) : Optional.empty();
        if (narrowing.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpServletResponse.SC_OK) {
            byte[] narrowed =
                    json.writeValueAsBytes(narrowing.get().apply(json.readTree(answer.getContentAsByteArray())));
            answer.resetBuffer();
            answer.setContentLength(narrowed.length);
            answer.getOutputStream().write(narrowed);
        }
        answer.copyBodyToResponse();
    }

    private boolean isOfOneTaskInSight(HttpServletRequest request) {
        String[] named = request.getParameterValues("taskId");
        return named != null && named.length == 1 && sight.reaches(named[0], groups());
    }

    private Optional<UnaryOperator<JsonNode>> narrowing(String path, Matcher task) {
        if (START_FORM.matcher(path).matches()) {
            return Optional.of(form -> choices.offer((ObjectNode) form, groups()));
        }
        if (task.matches() && VARIABLES.matcher(String.valueOf(task.group(2))).matches()) {
            return Optional.of(variables -> keep((ObjectNode) variables, sight.fields(task.group(1))));
        }
        return HISTORY.matcher(path).matches() ? Optional.of(this::openFacts) : Optional.empty();
    }

    private static JsonNode keep(ObjectNode variables, Set<String> keys) {
        return variables.retain(keys);
    }

    private JsonNode openFacts(JsonNode rows) {
        if (rows instanceof ObjectNode row) {
            return isOpen(row) ? row : row.putNull("value").putNull("valueInfo");
        }
        ArrayNode open = json.createArrayNode();
        rows.forEach(row -> {
            if (isOpen(row)) {
                open.add(row);
            }
        });
        return open;
    }

    private static boolean isOpen(JsonNode row) {
        return OpenFacts.contains(row.path("name").asText());
    }

    private static List<String> groups() {
        return SecurityContextHolder.getContext().getAuthentication().getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
