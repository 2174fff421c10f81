package al.nrm.audit;

import al.nrm.language.Words;
import al.nrm.platform.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Holds every answer back until it is recorded which cases it shows to whom, or that it was refused; what cannot be recorded
 * is not shown. It stands around all that answers, narrows or refuses, and so sees what really goes out.
 */
@Component
@Order(RecordReads.AROUND_SECURITY)
class RecordReads extends OncePerRequestFilter {

    static final int AROUND_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER - 2;

    /** Marks a request that was taken note of more precisely. */
    static final String NOTED = RecordReads.class.getName() + ".noted";

    private static final Logger LOG = LoggerFactory.getLogger(RecordReads.class);

    private static final Pattern FILES = Pattern.compile(
            "/camunda/(app|assets|lib|favicon)\\b.*|/camunda/api/[a-z]+/plugin/[^/]+/static/.*|/actuator/health(/.*)?");

    /** Headers that tell of the answer, where the others tell how to treat it. */
    private static final Pattern OF_THE_ANSWER =
            Pattern.compile("(?i)content-(?!security).*|etag|last-modified|location|set-cookie");

    private final AnswerRecords records;
    private final Reads reads;

    RecordReads(AnswerRecords records, Reads reads) {
        this.records = records;
        this.reads = reads;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return FILES.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filters)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        // Said before, because nobody knows the caller's language once the request is over.
        String sentence =
                Words.say("This cannot be shown now, because it could not be recorded who sees it; try again later");
        // A login is told of without its request.
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            filters.doFilter(request, answer);
            if (request.getAttribute(NOTED) == null) {
                reads.record(Reads.caller(request), happenings(request, answer));
            }
        } catch (Unrecorded e) {
            // Its message may hold what was to be recorded.
            LOG.error(
                    "An answer is withheld, because it could not be recorded who sees it: {}",
                    e.getCause().getClass().getSimpleName());
            withhold(answer, sentence);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        answer.copyBodyToResponse();
    }

    private List<Happening> happenings(HttpServletRequest request, ContentCachingResponseWrapper answer)
            throws IOException {
        try {
            return records.of(request, answer);
        } catch (DataAccessException e) {
            throw new Unrecorded(e);
        }
    }

    private static void withhold(ContentCachingResponseWrapper answer, String sentence) throws IOException {
        if (answer.isCommitted() || answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            // It was refused, and shows nothing.
            return;
        }
        Map<String, String> kept = new HashMap<>();
        answer.getHeaderNames().forEach(name -> kept.put(name, answer.getHeader(name)));
        answer.reset();
        kept.keySet().removeIf(name -> OF_THE_ANSWER.matcher(name).matches());
        kept.forEach(answer::setHeader);
        Refusal.send(answer, HttpServletResponse.SC_SERVICE_UNAVAILABLE, sentence);
    }
}
