package al.nrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import al.nrm.Case;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever's browser asks for Albanian is answered in Albanian, and everybody else in English. */
class AlbanianBrowserTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "sq-AL, sq, Hyr, Fjalëkalimi",
        "sq, sq, Hyr, Fjalëkalimi",
        "en-US, en, Log in, Password",
        "de-DE, en, Log in, Password"
    })
    void theLoginPageSpeaksTheBrowsersLanguage(String locale, String language, String submit, String password) {
        Officer officer = officer(locale, "Europe/Tirane");
        officer.logIn("mobile-unit.vlore", "wrong");
        assertThat(officer.page().locator("html")).hasAttribute("lang", language);
        assertThat(officer.button(submit)).isVisible();
        assertThat(officer.page().getByLabel(password)).isVisible();
        assertThat(officer.page().locator("[role=alert]")).not().isEmpty();
        assertThat(officer.page().locator("body")).not().containsText("{");
        officer.photograph("login-" + locale);
    }

    @Test
    void tasklistSpeaksAlbanianWithDatesInAlbanian() {
        Case person = screened("state-police.shkoder");
        Officer officer = officer("sq-AL", "Europe/Tirane").logIn("state-police.shkoder", "demo");
        assertThat(officer.page()).hasTitle("Mekanizmi Kombëtar i Referimit – Detyrat");
        assertThat(officer.page().locator("html")).hasAttribute("lang", "sq");
        assertThat(officer.page().locator(".start-process-action")).containsText("Raportim ose kërkesë e re");
        assertThat(officer.cards(person.number())).containsText("Afati: edhe 8 orë");
        officer.cards(person.number()).click();
        assertThat(officer.page().locator("button.claim")).hasText("Merr përsipër");
        assertThat(officer.page().locator(".search-field input").first()).hasAttribute("placeholder", "Filtro detyrat");
        assertThat(officer.page().locator("body")).not().containsText(Pattern.compile("[A-Z]+_[A-Z]+"));
        officer.cards(person.number()).locator(".due-date span").hover();
        assertThat(officer.page().locator(".tooltip").last())
                .containsText(Pattern.compile(
                        "e (hënë|martë|mërkurë|enjte|premte|shtunë|diel), \\d+ [a-zë]+ 20\\d\\d, \\d\\d:\\d\\d"));
        officer.photograph("task-sq");
    }

    @Test
    void whatTheFormsLibraryPrintsIsAlbanianToo() {
        Officer officer = officer("sq-AL", "Europe/Tirane").logIn("state-police.shkoder", "demo");
        officer.page().locator(".start-process-action a").click();
        officer.page().getByText("Referimi i një viktime").click();
        assertThat(officer.page().locator(".fjs-select-placeholder").first()).hasText("Zgjidhni");
        assertThat(officer.keyed("nationality")).hasAttribute("placeholder", "Kërkoni");
        officer.keyed("narrative").fill("x");
        officer.keyed("narrative").fill("");
        assertThat(officer.page().locator(".fjs-form-field-error").last())
                .hasText("Kjo fushë është e detyrueshme: plotësojeni.");
        officer.photograph("report-sq");
    }
}
