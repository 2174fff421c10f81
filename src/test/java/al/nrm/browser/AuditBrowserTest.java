package al.nrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The auditor starts at his own page, finds a case, sees what happened to it and whether the trail is whole. */
class AuditBrowserTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "en-GB, Referral of a victim, Step completed, Screen, in time",
        "sq-AL, Referimi i një viktime, Hapi u përfundua, Shqyrto, brenda afatit"
    })
    void aCaseIsFoundByItsNumberAndToldInTheAuditorsLanguage(
            String locale, String process, String completed, String step, String inTime) {
        Case person = screened("state-police.korce");
        Officer auditor = officer(locale, "Europe/Tirane").logIn("auditor", "demo");
        assertThat(auditor.page()).hasURL(Pattern.compile("/audit$"));
        assertNoFinding(auditor);
        auditor.photograph("audit-" + locale);

        auditor.page().locator("#caseNumber").fill(person.number().toLowerCase());
        auditor.page().keyboard().press("Enter");
        assertThat(auditor.page().getByRole(AriaRole.HEADING)).containsText(person.number());
        assertThat(auditor.page().locator("tbody tr").first()).containsText(process);
        Locator line = auditor.page()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText(completed))
                .first();
        assertThat(line).containsText(step);
        assertThat(line).containsText("state-police.korce");
        assertThat(line).containsText(inTime);
        assertNoFinding(auditor);
        auditor.photograph("audit-case-" + locale);
    }

    @Test
    void theTrailIsVerifiedAndSealed() {
        cases.report("state-police.korce", Map.of());
        Officer auditor = loggedIn("auditor");
        auditor.page().getByText("Verify the whole trail now").click();
        assertThat(auditor.page().getByRole(AriaRole.STATUS)).containsText("The trail is whole");
        auditor.page().getByText("Make a seal now").click();
        assertThat(auditor.page().locator("pre"))
                .containsText(Pattern.compile("Seal \\d+ of .*\\d+:[0-9a-f]{64}", Pattern.DOTALL));
        auditor.photograph("audit-sealed");
        auditor.page().getByText("Processes (Cockpit)").click();
        assertThat(auditor.page().getByText("Running Process Instances").first())
                .isVisible();
        auditor.page().goBack();
        auditor.page().getByText("Log out").click();
        assertThat(auditor.page().locator("#username")).isVisible();
    }

    @Test
    void aNumberThatIsNoneIsSaidToBe() {
        Officer auditor = loggedIn("auditor");
        auditor.page().locator("#caseNumber").fill("NRM-2019-000001");
        auditor.page().keyboard().press("Enter");
        assertThat(auditor.page().getByRole(AriaRole.ALERT)).containsText("there is no such case");
        auditor.expect(404);
    }

    private static void assertNoFinding(Officer auditor) {
        assertThat(new AxeBuilder(auditor.page()).analyze().getViolations())
                .extracting(finding ->
                        finding.getId() + " " + finding.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
