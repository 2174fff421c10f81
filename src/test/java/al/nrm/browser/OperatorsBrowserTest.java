package al.nrm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of Cockpit and Admin that auditor and administrator need open without one refused call, and show no case's data. */
@ProcessTest
class OperatorsBrowserTest extends WithChromium {

    private static final List<String> ADMIN_PAGES =
            List.of("users", "users/vatra?tab=profile", "user-create", "groups", "groups/vatra?tab=users");

    @Autowired
    private Cases cases;

    @Autowired
    private RuntimeService runtime;

    @LocalServerPort
    private int port;

    @Test
    void theAuditorLooksAtProcessesInCockpit() {
        assertThat(visit("auditor", "cockpit", List.of("dashboard", "processes", definition(), "decisions")))
                .isEmpty();
    }

    @Test
    void theAdministratorLooksAtProcessesInCockpit() {
        assertThat(visit("admin", "cockpit", List.of("dashboard", "processes", definition(), "decisions")))
                .isEmpty();
    }

    @Test
    void theAdministratorLooksAtACaseButNotIntoItsVariables() {
        String root = cases.report("state-police.tirane", Map.of()).root();
        try (Officer admin = operator("admin")) {
            Response variables = admin.page()
                    .waitForResponse(answer -> answer.url().contains("/variable-instance"), () -> admin.page()
                            .navigate("/camunda/app/cockpit/default/#/process-instance/" + root + "/runtime"));
            assertThat(variables.status()).isEqualTo(403);
        }
    }

    @Test
    void theAdministratorKeepsTheListOfPeople() {
        assertThat(visit("admin", "admin", ADMIN_PAGES)).isEmpty();
    }

    private String definition() {
        Case report = cases.report("state-police.tirane", Map.of());
        return "process-definition/%s/runtime"
                .formatted(runtime.createProcessInstanceQuery()
                        .processInstanceId(report.root())
                        .singleResult()
                        .getProcessDefinitionId());
    }

    private Officer operator(String user) {
        return person(at(port)).logIn(user, "demo");
    }

    /** What a user's browser met with on the pages: refusals, failures, errors on the console. */
    private List<String> visit(String user, String application, List<String> pages) {
        try (Officer operator = operator(user)) {
            for (String page : pages) {
                operator.page().navigate("/camunda/app/" + application + "/default/#/" + page);
                // Another page of the same application is no new page to the browser, and would not be waited for.
                operator.page().reload();
                operator.page().waitForLoadState(LoadState.NETWORKIDLE);
                operator.photograph(user + "-" + page.replaceAll("[^a-z].*", ""));
            }
            return operator.troubles().stream()
                    // No rule for passwords is answered as a missing one, and each refusal is told once more.
                    .filter(trouble -> !trouble.startsWith("404") || !trouble.endsWith("/password-policy"))
                    .filter(trouble -> !trouble.startsWith("console: Failed to load resource"))
                    .toList();
        }
    }
}
