package al.nrm.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

/** Tells a request of a web app's page from one that a foreign page made the browser send; for filters that answer before the web apps' own filter asks. */
public final class WebAppToken {

    private WebAppToken() {}

    /** Programs log in with each request: there is nothing for a foreign page to ride on. */
    public static boolean isMissing(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/camunda/") && !isSent(request);
    }

    private static boolean isSent(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object expected = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return expected instanceof String token
                && sent != null
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
