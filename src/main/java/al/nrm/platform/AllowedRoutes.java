package al.nrm.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Lets through the routes of the engine's API that a role needs and answers 403 to all others (contract, section 1). What
 * of the cases a route then shows is none of its business (room {@code casefile}).
 */
class AllowedRoutes extends OncePerRequestFilter {

    private final String prefix;
    private final String enginePrefix;
    private final boolean webApps;

    private AllowedRoutes(String prefix, String enginePrefix, boolean webApps) {
        this.prefix = prefix;
        this.enginePrefix = enginePrefix;
        this.webApps = webApps;
    }

    static AllowedRoutes ofRest() {
        return new AllowedRoutes("/engine-rest", "^/engine-rest(/engine/default)?", false);
    }

    static AllowedRoutes ofWebApps() {
        return new AllowedRoutes("/camunda/api", "^/camunda/api/engine/engine/default", true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !decoded(request).startsWith(prefix);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        List<String> groups = EngineUsers.groups(user);
        String path = decoded(request).replaceFirst(enginePrefix, "");
        String route = request.getMethod() + " " + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (!Routes.areOpen(route, groups, webApps)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String decoded(HttpServletRequest request) {
        return UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
    }
}
