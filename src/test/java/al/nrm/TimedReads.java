package al.nrm;

import al.nrm.platform.Caller;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** What an officer reads over HTTP, timed: the list of tasks, a task, its form with what it shows, its comments. */
class TimedReads {

    private static final String OFFICER = "state-police.tirane";
    private static final int OPEN_TASKS = 30;

    private final Caller caller;
    private final List<String> routes;
    private long reads;
    private long nanoseconds;

    TimedReads(ApplicationContext context) {
        Cases cases = context.getBean(Cases.class);
        Case person = cases.report(OFFICER, Map.of());
        for (int more = 1; more < OPEN_TASKS; more++) {
            cases.report(OFFICER, Map.of());
        }
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        caller = Caller.program(port, OFFICER, "demo");
        String task = "/engine-rest/task/" + person.task("P1-04").getId();
        routes = List.of(
                "/engine-rest/task?maxResults=15",
                task,
                task + "/form-variables",
                task + "/deployed-form",
                task + "/comment");
        read(20);
        reads = 0;
        nanoseconds = 0;
    }

    void read(int times) {
        for (int i = 0; i < times; i++) {
            for (String route : routes) {
                long start = System.nanoTime();
                HttpResponse<String> answer = caller.get(route);
                nanoseconds += System.nanoTime() - start;
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(route + " answered " + answer.statusCode());
                }
                reads++;
            }
        }
    }

    double milliseconds() {
        return nanoseconds / 1e6 / reads;
    }
}
