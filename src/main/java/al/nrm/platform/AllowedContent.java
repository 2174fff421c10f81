package al.nrm.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what even an open route may not be asked: a search by the value of a variable, an expression, a claim in
 * somebody else's name. The engine reads the very JSON that was judged here.
 */
@Component
@Order(AllowedContent.OF_WHAT_IS_IN_SIGHT)
class AllowedContent extends OncePerRequestFilter {

    /** Nothing is said of what may be asked of a task before it is known that there is one for the caller. */
    static final int OF_WHAT_IS_IN_SIGHT = 20;

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int LARGEST_SEARCH = 1;

    /** Of models: several times what all ours weigh. */
    private static final int LARGEST_UPLOAD = 8;

    /** As the writer of JSON escapes it; not where a text itself speaks of the escape. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u0000");

    private static final Pattern JSON =
            Pattern.compile("(?i)application/([a-z.]+\\+)?json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");

    private final ObjectMapper json = new ObjectMapper();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // A page of our own, with forms and no JSON; and batches, which are held to a form and a size of their own.
        return request.getRequestURI().startsWith("/audit")
                || request.getRequestURI().equals("/online-reports");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        Optional<String> refusal = SearchTerms.refusal(request.getParameterMap());
        if (refusal.isPresent()) {
            Refusal.send(response, HttpServletResponse.SC_FORBIDDEN, refusal.get());
            return;
        }
        // A form and a file for a task are judged by doors of their own.
        if (request.getMethod().equals("GET") || path.matches(".*/(submit-form|task/[^/]+/attachment/create)/?")) {
            chain.doFilter(request, response);
            return;
        }
        int most = isUpload(request) ? LARGEST_UPLOAD : LARGEST_SEARCH;
        byte[] sent = request.getInputStream().readNBytes(most * MEBIBYTE + 1);
        if (sent.length > most * MEBIBYTE) {
            Refusal.send(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "The request is larger than " + most + " MiB");
        } else if (isUpload(request)) {
            judgeUpload(request, sent, response, chain);
        } else {
            judge(request, sent, response, chain);
        }
    }

    private static void judgeUpload(
            HttpServletRequest request, byte[] sent, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> findings = request.getRequestURI().matches(".*/deployment/create/?")
                ? DeploymentForm.findings(request.getContentType(), sent)
                : List.of();
        if (findings.isEmpty()) {
            chain.doFilter(new RequestWithBody(request, sent), response);
        } else {
            Refusal.send(response, HttpServletResponse.SC_BAD_REQUEST, GateDeployments.refusal(findings));
        }
    }

    private void judge(HttpServletRequest request, byte[] sent, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        JsonNode body;
        byte[] judged;
        try {
            body = sent.length == 0 ? json.createObjectNode() : json.readTree(sent);
            judged = json.writeValueAsBytes(body);
        } catch (JsonProcessingException broken) {
            Refusal.send(response, HttpServletResponse.SC_BAD_REQUEST, "The request is no readable JSON");
            return;
        }
        Optional<String> refusal = SearchTerms.refusal(body).or(() -> claimForAnother(request, body));
        if (!body.isObject()) {
            Refusal.send(response, HttpServletResponse.SC_BAD_REQUEST, "A JSON object is expected");
        } else if (NUL.matcher(new String(judged, StandardCharsets.UTF_8)).find()) {
            Refusal.send(response, HttpServletResponse.SC_BAD_REQUEST, "A text has characters that cannot be stored");
        } else if (request.getContentType() != null
                && !JSON.matcher(request.getContentType()).matches()) {
            Refusal.send(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "JSON in UTF-8 is expected");
        } else if (refusal.isPresent()) {
            Refusal.send(response, HttpServletResponse.SC_FORBIDDEN, refusal.get());
        } else {
            chain.doFilter(new RequestWithBody(request, judged), response);
        }
    }

    private static Optional<String> claimForAnother(HttpServletRequest request, JsonNode body) {
        String caller = SecurityContextHolder.getContext().getAuthentication().getName();
        return request.getRequestURI().matches(".*/claim/?")
                        && !caller.equals(body.path("userId").asText(null))
                ? Optional.of("userId: a task is claimed for oneself only")
                : Optional.empty();
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }
}
