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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Takes out of the engine API's answers what is not the caller's to see: of a task's variables all but its form's, of the
 * history's variables all but the open facts, of a start form the choices of other people (contract, sections 1 to 4).
 */
@Component
class NarrowAnswers extends OncePerRequestFilter {

    private static final Pattern START_FORM =
            Pattern.compile(".*/process-definition/(?:key/)?[^/]+/deployed-start-form/?");
    private static final Pattern TASK_VARIABLES = Pattern.compile(".*/task/([^/]+)/(?:form-variables|variables)/?");
    private static final Pattern HISTORY = Pattern.compile(".*/history/variable-instance(?:/[^/]+)?/?");

    private final FormChoices choices;
    private final TaskForms taskForms;
    private final ObjectMapper json = new ObjectMapper();

    NarrowAnswers(FormChoices choices, TaskForms taskForms) {
        this.choices = choices;
        this.taskForms = taskForms;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<UnaryOperator<JsonNode>> narrowing = narrowing(request);
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

    private Optional<UnaryOperator<JsonNode>> narrowing(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!"GET".equals(request.getMethod()) || !path.contains("/engine")) {
            return Optional.empty();
        }
        if (START_FORM.matcher(path).matches()) {
            return Optional.of(form -> choices.offer((ObjectNode) form, groups()));
        }
        Matcher task = TASK_VARIABLES.matcher(path);
        if (task.matches()) {
            return Optional.of(variables -> keep((ObjectNode) variables, taskForms.keys(task.group(1))));
        }
        return HISTORY.matcher(path).matches() ? Optional.of(this::openFacts) : Optional.empty();
    }

    private static JsonNode keep(ObjectNode variables, Set<String> keys) {
        return variables.retain(keys);
    }

    private JsonNode openFacts(JsonNode rows) {
        if (rows instanceof ObjectNode row) {
            return isOpen(row) ? row : row.putNull("value");
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
