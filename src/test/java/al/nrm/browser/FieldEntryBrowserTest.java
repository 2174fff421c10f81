package al.nrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import al.nrm.Case;
import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an officer types into a field is what is sent, or it stays in red and nothing is. */
class FieldEntryBrowserTest extends BrowserTest {

    @Test
    void aLanguageThatWasTypedIsChosenOrRefused() {
        Officer officer = loggedIn("border-police.kukes");
        officer.openStartForm("Referral of a victim");
        Locator language = officer.keyed("interpreterLanguage");
        type(officer, language, "ALBANIAN");
        assertThat(language).hasValue("Albanian (or Romani, sign language)");
        type(officer, language, "Klingon");
        assertThat(language).hasValue("Klingon");
        assertThat(language).hasAttribute("aria-invalid", "true");
        assertThat(officer.page().getByText("Choose one of the list.")).isVisible();
        officer.photograph("choice-refused");
        press(officer.page().locator(".modal-footer .btn-primary"));
        assertThat(language).isFocused();
        type(officer, language, "");
        assertThat(language).hasValue("");
        assertThat(language).hasAttribute("aria-invalid", "false");
    }

    @Test
    void aTimeIsReadAsOfficersWriteItAndTheDateStaysWithOneThatIsNone() {
        Case person = cases.report("border-police.kukes", Map.of("county", "kukes", "interpreterLanguage", "ar"));
        Officer officer = loggedIn("interpreter-pool");
        officer.cards(person.number()).click();
        officer.claim();
        Locator date = officer.keyed("interpreterAvailableFrom");
        Locator time = officer.page().locator(".fjs-timepicker input").first();
        type(officer, date, "23.11.2026");
        for (String text : new String[] {"0630", "6.30", "6:30"}) {
            type(officer, time, text);
            assertThat(time).hasValue("06:30");
            assertThat(time).hasAttribute("aria-invalid", "false");
        }
        type(officer, time, "25:00");
        assertThat(time).hasValue("25:00");
        assertThat(time).hasAttribute("aria-invalid", "true");
        assertThat(date).hasValue("23.11.2026");
        press(officer.page().locator(".form-actions .btn-primary"));
        assertThat(time).isFocused();
        officer.photograph("time-refused");
    }

    @Test
    void aDecimalCommaDoesNotMakeAnotherNumber() {
        Officer officer = loggedIn("border-police.kukes.lead");
        officer.openStartForm("Change of a deadline");
        Locator amount = officer.page().locator(".fjs-form-field-number input");
        amount.pressSequentially("1,5");
        officer.page().keyboard().press("Tab");
        assertThat(amount).hasValue("1,5");
        assertThat(amount).hasAttribute("aria-invalid", "true");
        amount.fill("15");
        assertThat(amount).hasAttribute("aria-invalid", "false");
    }

    /** A button that looks disabled, which Playwright would wait for. */
    private static void press(Locator button) {
        button.click(new Locator.ClickOptions().setForce(true));
    }

    private static void type(Officer officer, Locator field, String text) {
        field.fill(text);
        officer.page().keyboard().press("Tab");
    }
}
