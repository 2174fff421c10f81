package al.nrm.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A request as the trail keeps it: its address with everything taken out that is not the server's own word, so that
 * neither a name nor a typing error gets into the trail, and apart from it the ids of the engine and of cases that stood there.
 */
record Route(String template, List<String> ids) {

    static final Pattern CASE_NUMBER = Pattern.compile("NRM-\\d{4}-\\d{6}");

    private static final Pattern ENGINE_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Of engine, web apps and our own pages; what is missing here is merely kept as {@code {id}}. */
    private static final Set<String> WORDS = Set.of(("engine-rest engine default camunda api app admin cockpit tasklist"
                    + " welcome auth user logout login plugin base static setup actuator health audit cases trail reads seals"
                    + " verification activity-instance activity-instances annotation assignee attachment authorization batch"
                    + " bpmnError bpmnEscalation called-process-definitions called-process-instances case-definition"
                    + " case-execution case-instance check claim cleanup comment complete condition configuration count"
                    + " create create-incident credentials data decision-definition decision-instance"
                    + " decision-requirements-definition delegate delete deployed-form deployed-start-form deployment detail"
                    + " diagram duedate error-details errorDetails evaluate event-subscription execute executeAsync execution"
                    + " external-task external-task-log fetchAndLock filter form form-variables group groups history"
                    + " history-time-to-live identity identity-link-log identity-links incident job job-definition job-log"
                    + " jobs key list localVariables lock log members message metrics migration modification"
                    + " password-policy priority process-definition process-instance profile redeploy registered"
                    + " rendered-form report resolve resources restart retries running schema signal singleResult"
                    + " stacktrace start startForm static-called-process-definitions statistics statistics-count"
                    + " submit-form suspended task tenant topic-names trigger unclaim unlock user-operation"
                    + " variable-instance variable-instances variables verify version xml")
            .split(" "));

    /** Where cases are shown, or would be. */
    private static final Pattern OF_CASES = Pattern.compile("[A-Z]+ .*/(task|process-instance|execution"
            + "|variable-instance|job|incident|history|external-task|event-subscription|filter/\\{id}/(list|count))(/.*)?"
            + "|[A-Z]+ /audit(/.*)?");

    static Route of(HttpServletRequest request) {
        List<String> ids = new ArrayList<>();
        List<String> template = new ArrayList<>();
        for (String part : request.getRequestURI().split("/")) {
            if (CASE_NUMBER.matcher(part).matches() || ENGINE_ID.matcher(part).matches()) {
                ids.add(part);
            }
            template.add(part.isEmpty() || WORDS.contains(part) ? part : "{id}");
        }
        // Our own pages know their address better.
        Object page = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String path = page == null || page.toString().contains("*") ? String.join("/", template) : page.toString();
        return new Route(request.getMethod() + " " + (path.isEmpty() ? "/" : path), List.copyOf(ids));
    }

    boolean isOfCases() {
        return OF_CASES.matcher(template).matches();
    }
}
