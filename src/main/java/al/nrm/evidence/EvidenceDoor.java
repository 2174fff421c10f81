package al.nrm.evidence;

import al.nrm.language.Words;
import al.nrm.platform.Refusal;
import al.nrm.platform.WebAppToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door through which files come in and go out, at the engine's own addresses: a task's worker alone brings and removes
 * them, and nothing harmful is handed out. Whose task it is has been asked before.
 */
@Component
class EvidenceDoor extends OncePerRequestFilter {

    private static final Pattern FILES = Pattern.compile("/(?:engine-rest|camunda/api/engine)(?:/engine/[^/]+)?"
            + "/task/(?<task>[^/]+)/attachment(?:/(?<file>[^/]+)(?<data>/data)?)?/?");

    private static final String SECONDS_TO_WAIT = "30";

    private final BringFile bring;
    private final HandOutFile handOut;
    private final TellStates tell;

    EvidenceDoor(BringFile bring, HandOutFile handOut, TellStates tell) {
        this.bring = bring;
        this.handOut = handOut;
        this.tell = tell;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher asked = FILES.matcher(request.getRequestURI());
        if (!asked.matches()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            answer(asked.group("task"), asked.group("file"), asked.group("data") != null, request, response, chain);
        } catch (EvidenceRefused refused) {
            if (refused.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            }
            Refusal.send(response, refused.status(), refused.getMessage());
        } catch (OptimisticLockingException raced) {
            Refusal.send(
                    response,
                    HttpServletResponse.SC_CONFLICT,
                    Words.say("Somebody else worked on this case at the same moment; send it again"));
        }
    }

    private void answer(
            String task,
            String file,
            boolean data,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("GET") && WebAppToken.isMissing(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String caller = SecurityContextHolder.getContext().getAuthentication().getName();
        switch (request.getMethod()) {
            case "POST" -> tell.one(bring.attach(task, caller, request), caller, response);
            case "DELETE" -> {
                bring.remove(task, file, caller);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            case "GET" -> {
                if (data) {
                    handOut.send(task, file, request, response, chain);
                } else {
                    tell.all(task, caller, request, response, chain);
                }
            }
            default -> chain.doFilter(request, response);
        }
    }
}
