package al.nrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever sends a form is told what became of it, where he looks. */
class SentBrowserTest extends BrowserTest {

    @Test
    void anIncompleteReportLeadsToTheFirstFieldThatIsMissing() {
        Officer officer = loggedIn("border-police.kukes");
        officer.openStartForm("Referral of a victim");
        button(officer).click();
        assertThat(officer.page().locator(".modal .fjs-has-errors input:focus")).isInViewport();
        assertThat(button(officer)).isDisabled();
        assertThat(button(officer)).not().hasAttribute("disabled", "disabled");
    }

    @Test
    void aReportIsAnsweredWithItsCaseNumber() {
        Officer officer = officer("sq-AL", "Europe/Tirane").logIn("border-police.kukes", "demo");
        officer.openStartForm("Referimi i një viktime");
        officer.keyed("nationality").fill("shqiperi");
        for (String question : new String[] {"ageGroup", "sex", "unaccompanied", "immediateDanger"}) {
            officer.sayYes(question);
        }
        officer.keyed("narrative").fill("She asked for help.");
        assertThat(officer.keyed("nationality")).hasValue("Shqipëri");
        button(officer).click();
        Locator outcome = officer.page().locator(".outcome");
        assertThat(outcome).containsText(Pattern.compile("U raportua me numrin NRM-\\d{4}-\\d{6}"));
        officer.photograph("reported-sq");
        outcome.locator("button").click();
        assertThat(outcome).isEmpty();
    }

    @Test
    void aRefusalStandsOnceBesideTheButtonAndNamesTheFieldByItsLabel() {
        Officer officer = loggedIn("border-police.kukes");
        officer.openStartForm("Report of an incident");
        officer.keyed("caseNumber").fill("NRM-2026-999999");
        officer.sayYes("incident");
        officer.keyed("incidentDescription").fill("She did not come back.");
        for (int attempt = 0; attempt < 2; attempt++) {
            button(officer).click();
            assertThat(officer.page().locator(".refusal")).isInViewport();
            assertThat(officer.page().locator(".refusal")).containsText("Not sent. Case number: ");
        }
        assertThat(officer.page().locator("[notifications-panel] .alert")).hasCount(0);
        officer.expect(400);
    }

    @Test
    void aCompletedTaskIsSaidToBeAndItsRefusalIsGone() {
        Case person = reported("state-police.kukes");
        Officer officer = loggedIn("state-police.kukes");
        officer.cards(person.number()).click();
        officer.claim();
        Locator complete = officer.page().locator(".form-actions .btn-primary");
        complete.click();
        assertThat(officer.page().locator(".refusal")).isVisible();
        officer.page().locator(".fjs-dropdownlist-item").first().click();
        complete.click();
        assertThat(officer.page().locator(".outcome")).hasText("Task completed.");
        assertThat(officer.page().locator(".refusal")).hasCount(0);
    }

    @Test
    void whatWasTypedIsNotLostByASlip() {
        Officer officer = loggedIn("border-police.kukes");
        officer.openStartForm("Referral of a victim");
        officer.keyed("narrative").fill("She asked for help.");
        Locator close = officer.page().locator(".modal-footer").getByText("Close");
        close.click();
        officer.button("Stay here").click();
        assertThat(officer.keyed("narrative")).hasValue("She asked for help.");
        close.click();
        officer.button("Go on").click();
        assertThat(officer.page().locator(".modal")).hasCount(0);
    }

    private static Locator button(Officer officer) {
        return officer.page().locator(".modal-footer .btn-primary");
    }
}
