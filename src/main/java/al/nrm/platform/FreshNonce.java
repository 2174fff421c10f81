package al.nrm.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives each page of the web apps a nonce of its own, the same in its policy and on its scripts. The web apps keep theirs in
 * one place for all requests: of pages that are loaded at the same moment, one is shown with another's and stays empty.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 2)
class FreshNonce extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern IN_POLICY = Pattern.compile("'nonce-[^']*'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[^\"]*\"");

    private final Base64StringKeyGenerator nonces =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/camunda/app/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        String policy = answer.getHeader(POLICY);
        String type = answer.getContentType();
        if (policy != null && type != null && type.startsWith("text/html")) {
            String nonce = nonces.generateKey();
            // Byte for byte, whatever the page is written in.
            String page = new String(answer.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
            byte[] own =
                    IN_PAGE.matcher(page).replaceAll("nonce=\"" + nonce + "\"").getBytes(StandardCharsets.ISO_8859_1);
            answer.setHeader(POLICY, IN_POLICY.matcher(policy).replaceAll("'nonce-" + nonce + "'"));
            answer.resetBuffer();
            answer.setContentLength(own.length);
            answer.getOutputStream().write(own);
        }
        answer.copyBodyToResponse();
    }
}
