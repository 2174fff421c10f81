package al.nrm.platform;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The routes of the engine's API, as method and path, that each role needs (contract, section 1); all others are closed. */
final class Routes {

    static final String ADMIN = "system-admin";

    static final String AUDITOR = "auditor";

    /** Carries messages to and from focal points abroad. */
    static final String GATEWAY = "transnational-gateway";

    private static final Set<String> OBSERVERS = Set.of("ra-secretariat", "ra-chair", "national-coordinator");

    private static final List<Pattern> STAFF = routes(
            "GET /engine",
            "GET|POST /task",
            "GET|POST /task/count",
            "GET /task/[^/]+(/(form|deployed-form|form-variables|variables|identity-links|comment|attachment))?",
            "GET /task/[^/]+/(comment|attachment)/[^/]+",
            "GET /task/[^/]+/attachment/[^/]+/data",
            "DELETE /task/[^/]+/attachment/[^/]+",
            "POST /task/[^/]+/(claim|unclaim|submit-form|comment/create|attachment/create)",
            "GET /process-definition",
            "GET /process-definition/count",
            "GET /process-definition/(key/)?(?!statistics$)[^/]+(/(xml|startForm|deployed-start-form|form-variables|diagram))?",
            "POST /process-definition/(key/)?[^/]+/submit-form",
            "GET|POST /filter(/count)?",
            "OPTIONS /filter",
            "OPTIONS /filter/[^/]+",
            "GET /filter/[^/]+",
            "GET|POST /filter/[^/]+/(list|count)",
            "GET /user/[^/]+/profile");

    private static final List<Pattern> HISTORY = routes(
            "GET /history/(process-instance|activity-instance|variable-instance|task)(/count)?",
            "GET /history/(process-instance|activity-instance|variable-instance)/(?!report$)[^/]+",
            "GET /process-definition(/count)?",
            "GET /process-definition/(key/)?(?!statistics$)[^/]+(/xml)?");

    /** An auditor may ask for his tasks; he has none. */
    private static final List<Pattern> AUDIT = routes("GET /task(/count)?");

    /** What every page of the web apps asks for. */
    private static final List<Pattern> PAGES = routes(
            "GET /camunda/api/admin/auth/user/default",
            "GET /camunda/api/engine/engine",
            "GET /camunda/api/[a-z]+/plugin/[^/]+/static/.*");

    /** What the pages of Tasklist and Cockpit ask the engine besides; REST does not answer it. */
    private static final List<Pattern> TASKLIST = routes("GET /history/user-operation(/count)?");

    private static final List<Pattern> COCKPIT = routes(
            "GET /user/[^/]+/profile",
            "GET|POST /(task|process-instance|incident)/count",
            "GET|POST /(decision-definition|decision-requirements-definition|case-definition|deployment)(/count)?",
            "GET|POST /job-definition(/count)?",
            "GET /process-definition/([^/]+/)?statistics",
            "GET /process-definition/[^/]+/static-called-process-definitions",
            "POST /history/task/count",
            "GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics(-count)?",
            "(GET|POST) /camunda/api/cockpit/plugin/base/default/(process-instance|incident)(/count)?",
            "(GET|POST) /camunda/api/cockpit/plugin/base/default/process-(definition|instance)/[^/]+/called-process-(definitions|instances)");

    private static final List<Pattern> ADMINISTRATION = routes(
            "GET /engine",
            "GET|POST /task(/count)?",
            "GET /task/[^/]+(/identity-links)?",
            "GET|POST /(process-instance|job|job-definition|incident)(/count)?",
            "GET /(process-instance|job|job-definition)/[^/]+(/activity-instances)?",
            "POST /job/[^/]+/execute",
            "GET /(process-definition|decision-definition|deployment)(/count)?",
            "GET /(process-definition|decision-definition)/(key/)?[^/]+(/(xml|statistics))?",
            "GET /process-definition/statistics",
            "GET /deployment/(?!registered$)[^/]+(/resources(/[^/]+(/data)?)?)?",
            "POST /deployment/create",
            "GET|POST /(user|group)(/count)?",
            "OPTIONS /(user|group)(/[^/]+(/members)?)?",
            "GET /group/[^/]+",
            "DELETE /user/[^/]+",
            "GET /user/[^/]+/profile",
            "PUT /user/[^/]+/(profile|credentials)",
            "POST /user/create",
            "(PUT|DELETE) /group/[^/]+/members/[^/]+",
            "GET /authorization(/.*)?");

    private static final List<Pattern> ADMIN_PAGES = routes("GET|POST /identity/password-policy");

    private Routes() {}

    /**
     * Tells whether one of these groups opens the route.
     *
     * @param webApps whether a page of the web apps asks, and no caller of REST
     */
    static boolean areOpen(String route, List<String> groups, boolean webApps) {
        if (webApps && match(PAGES, route)) {
            return true;
        }
        if (groups.contains(ADMIN)) {
            return match(ADMINISTRATION, route)
                    || match(HISTORY, route)
                    || webApps && (match(COCKPIT, route) || match(ADMIN_PAGES, route));
        }
        if (groups.contains(AUDITOR)) {
            return match(HISTORY, route) || match(AUDIT, route) || webApps && match(COCKPIT, route);
        }
        return match(STAFF, route)
                || webApps && match(TASKLIST, route)
                || groups.stream().anyMatch(OBSERVERS::contains) && match(HISTORY, route);
    }

    private static boolean match(List<Pattern> routes, String route) {
        return routes.stream().anyMatch(pattern -> pattern.matcher(route).matches());
    }

    private static List<Pattern> routes(String... routes) {
        return Stream.of(routes)
                .map(route -> route.matches("[A-Z]+\\|.*") ? "(" + route.replaceFirst(" ", ") ") : route)
                .map(Pattern::compile)
                .toList();
    }
}
