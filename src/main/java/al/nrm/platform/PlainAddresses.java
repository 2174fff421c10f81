package al.nrm.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses an address that names its route otherwise than plainly, before one part of the server reads it so and another so. */
@Component
@Order(PlainAddresses.BEFORE_SECURITY)
class PlainAddresses extends OncePerRequestFilter {

    /** And behind the trail, which takes note of refusals. */
    static final int BEFORE_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER - 1;

    /** Doubled and dotted segments, path parameters, and whatever is escaped although nobody needs to escape it. */
    private static final Pattern DISGUISED = Pattern.compile(
            "(?i)//|/\\.{1,2}(/|$)|[;\\\\]|%([01][0-9a-f]|2[5def]|3[0-9b]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9aef])");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (DISGUISED.matcher(request.getRequestURI()).find()) {
            Refusal.send(response, HttpServletResponse.SC_FORBIDDEN, "The address is not written plainly");
        } else {
            chain.doFilter(request, response);
        }
    }
}
