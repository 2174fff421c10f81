package al.nrm.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Lets through the routes of the engine's API that a role needs and answers 403 to all others, 404 to a task that is
 * none of the caller's (contract, section 1). What a route then shows is the engine's own authorization.
 */
class AllowedRoutes extends OncePerRequestFilter {

    private static final Pattern TASK = Pattern.compile("/task/(?!count$|report)([^/]+)(/.*)?");

    private final String prefix;
    private final String enginePrefix;
    private final TaskService tasks;
    private final boolean webApps;

    private AllowedRoutes(String prefix, String enginePrefix, TaskService tasks, boolean webApps) {
        this.prefix = prefix;
        this.enginePrefix = enginePrefix;
        this.tasks = tasks;
        this.webApps = webApps;
    }

    static AllowedRoutes ofRest(TaskService tasks) {
        return new AllowedRoutes("/engine-rest", "^/engine-rest(/engine/default)?", tasks, false);
    }

    static AllowedRoutes ofWebApps(TaskService tasks) {
        return new AllowedRoutes("/camunda/api", "^/camunda/api/engine/engine/default", tasks, true);
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
        } else if (!groups.contains(Routes.ADMIN) && isForeignTask(taskOf(request, path), groups)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String decoded(HttpServletRequest request) {
        return UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
    }

    /** The task that is asked about; null where the route asks about none. */
    private static String taskOf(HttpServletRequest request, String path) {
        Matcher task = TASK.matcher(path);
        if (task.matches()) {
            return task.group(1);
        }
        return path.startsWith("/history/user-operation")
                ? Objects.requireNonNullElse(request.getParameter("taskId"), "none")
                : null;
    }

    private boolean isForeignTask(String task, List<String> groups) {
        return task != null
                && (groups.isEmpty()
                        || tasks.createTaskQuery()
                                        .taskId(task)
                                        .taskCandidateGroupIn(groups)
                                        .includeAssignedTasks()
                                        .count()
                                == 0);
    }
}
