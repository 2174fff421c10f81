package al.nrm.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives the engine API's answers their Albanian words on the way out, whoever made the answer; to a reader of English,
 * and where there is nothing to translate, everything passes as it is.
 */
@Component
@Order(TranslateAnswers.AFTER_SECURITY)
class TranslateAnswers extends OncePerRequestFilter {

    /** And before whoever narrows an answer: what is offered to one person only has to be translated too. */
    static final int AFTER_SECURITY = 0;

    private static final Set<String> METHODS = Set.of("GET", "POST");

    private final AnswerTexts texts;
    private final ObjectMapper json = new ObjectMapper();

    TranslateAnswers(AlbanianNames names) {
        texts = new AnswerTexts(Catalogue.ALBANIAN, new AnswerNames(names));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Consumer<JsonNode>> overlay = Languages.isAlbanian() && METHODS.contains(request.getMethod())
                ? texts.at(request.getRequestURI())
                : Optional.empty();
        if (overlay.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpServletResponse.SC_OK) {
            JsonNode content = json.readTree(answer.getContentAsByteArray());
            overlay.get().accept(content);
            byte[] translated = json.writeValueAsBytes(content);
            answer.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            answer.setHeader(HttpHeaders.CONTENT_LANGUAGE, Languages.ALBANIAN.toLanguageTag());
            answer.resetBuffer();
            answer.setContentLength(translated.length);
            answer.getOutputStream().write(translated);
        }
        answer.copyBodyToResponse();
    }
}
