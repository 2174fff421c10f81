package al.nrm.platform;

import static java.util.Map.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through the routes of the engine's API that a role needs and answers 403 to all others, 404 to a task that is
 * none of the caller's (contract, section 1). What a route then shows is the engine's own authorization.
 */
class AllowedRoutes extends OncePerRequestFilter {

    private static final String STAFF = "";
    private static final Set<String> OBSERVERS =
            Set.of("ra-secretariat", "ra-chair", "national-coordinator", "auditor");
    private static final String ADMIN = "system-admin";

    private static final Pattern TASK = Pattern.compile("/task/(?!count$|report)([^/]+)(/.*)?");

    private static final List<String> STAFF_ROUTES = List.of(
            "GET /engine",
            "GET|POST /task",
            "GET|POST /task/count",
            "GET /task/[^/]+(/(form|deployed-form|form-variables|variables|identity-links|comment|attachment))?",
            "GET /task/[^/]+/(comment|attachment)/[^/]+",
            "POST /task/[^/]+/(claim|unclaim|submit-form|comment/create|attachment/create)",
            "GET /process-definition",
            "GET /process-definition/count",
            "GET /process-definition/(key/)?[^/]+(/(xml|startForm|deployed-start-form|form-variables|diagram))?",
            "POST /process-definition/(key/)?[^/]+/submit-form",
            "GET|POST /filter(/count)?",
            "OPTIONS /filter",
            "OPTIONS /filter/[^/]+",
            "GET /filter/[^/]+",
            "GET|POST /filter/[^/]+/(list|count|singleResult)",
            "GET /user/[^/]+/profile",
            "OPTIONS /.*");

    private static final List<String> OBSERVER_ROUTES = List.of(
            "GET /history/(process-instance|activity-instance|variable-instance|task)(/count)?",
            "GET /history/(process-instance|activity-instance|variable-instance)/[^/]+",
            "GET /process-definition(/count)?",
            "GET /process-definition/(key/)?[^/]+(/xml)?");

    private static final List<String> ADMIN_ROUTES = List.of(
            "GET /engine",
            "GET|POST /task(/count)?",
            "GET /task/[^/]+(/identity-links)?",
            "GET|POST /(process-instance|job|job-definition|incident)(/count)?",
            "GET /(process-instance|job|job-definition)/[^/]+(/activity-instances)?",
            "POST /job/[^/]+/execute",
            "GET /(process-definition|decision-definition|deployment)(/count)?",
            "GET /(process-definition|decision-definition)/(key/)?[^/]+(/(xml|statistics))?",
            "GET /process-definition/statistics",
            "GET /deployment/[^/]+(/resources(/[^/]+(/data)?)?)?",
            "POST /deployment/create",
            "GET|POST /(user|group)(/count)?",
            "OPTIONS /.*",
            "(GET|PUT|DELETE) /(user|group)/[^/]+",
            "GET /user/[^/]+/profile",
            "PUT /user/[^/]+/(profile|credentials)",
            "POST /(user|group)/create",
            "POST /user/[^/]+/unlock",
            "(PUT|DELETE) /group/[^/]+/members/[^/]+",
            "GET /authorization(/.*)?");

    private final String prefix;
    private final TaskService tasks;
    private final Map<String, List<Pattern>> routes = Map.ofEntries(
            entry(STAFF, compiled(STAFF_ROUTES)),
            entry("observer", compiled(OBSERVER_ROUTES)),
            entry(ADMIN, compiled(ADMIN_ROUTES)));

    AllowedRoutes(String prefix, TaskService tasks) {
        this.prefix = prefix;
        this.tasks = tasks;
    }

    private static List<Pattern> compiled(List<String> routes) {
        return routes.stream()
                .map(route -> route.matches("[A-Z]+\\|.*") ? "(" + route.replaceFirst(" ", ") ") : route)
                .map(Pattern::compile)
                .toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(prefix);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        List<String> groups = EngineUsers.groups(user);
        String path = request.getRequestURI().substring(prefix.length()).replaceFirst("^/engine/default", "");
        String route = request.getMethod() + " " + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (!isAllowed(route, groups)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!groups.contains(ADMIN) && isForeignTask(path, groups)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isAllowed(String route, List<String> groups) {
        if (groups.contains(ADMIN)) {
            return matches(ADMIN, route) || matches("observer", route);
        }
        return !groups.contains("auditor") && matches(STAFF, route)
                || groups.stream().anyMatch(OBSERVERS::contains) && matches("observer", route);
    }

    private boolean matches(String role, String route) {
        return routes.get(role).stream()
                .anyMatch(pattern -> pattern.matcher(route).matches());
    }

    private boolean isForeignTask(String path, List<String> groups) {
        Matcher task = TASK.matcher(path);
        return task.matches()
                && tasks.createTaskQuery()
                                .taskId(task.group(1))
                                .taskCandidateGroupIn(groups)
                                .includeAssignedTasks()
                                .count()
                        == 0;
    }
}
