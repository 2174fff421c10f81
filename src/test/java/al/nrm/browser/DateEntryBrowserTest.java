package al.nrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The date that an officer means is the date that is stored, or none is. */
class DateEntryBrowserTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "sq-AL, Europe/Tirane, dd.mm.vvvv",
        "en-US, America/New_York, dd.mm.yyyy",
        "en-GB, Europe/London, dd.mm.yyyy"
    })
    void aDateIsDayMonthYearWhereverTheBrowserIs(String locale, String zone, String form) {
        Case person = screened("state-police.elbasan");
        Officer officer = officer(locale, zone).logIn("state-police.elbasan", "demo");
        officer.cards(person.number()).click();
        officer.claim();
        for (String question : List.of("consentAssistance", "consentDataSharing", "consentFormalIdentification")) {
            officer.sayYes(question);
        }
        officer.keyed("fullName").fill("Arta Invented");
        Locator birth = officer.keyed("dateOfBirth");
        assertThat(birth).hasAttribute("placeholder", form);

        for (String text :
                List.of("31.02.2011", "29.02.2011", "03/15/2011", "15/03/2011", "15.03.11", "15.13.2011", "mars")) {
            type(officer, birth, text);
            assertThat(birth).hasValue(text);
            assertThat(birth).hasAttribute("aria-invalid", "true");
            assertThat(refusal(officer)).containsText("31.12.1999");
            assertThat(complete(officer)).isDisabled();
        }
        officer.photograph("date-refused-" + locale);
        Map.of("5.3.2011", "05.03.2011", "2011-03-15", "15.03.2011", "29.02.2012", "29.02.2012")
                .forEach((typed, shown) -> {
                    type(officer, birth, typed);
                    assertThat(birth).hasValue(shown);
                    assertThat(birth).hasAttribute("aria-invalid", "false");
                });
        type(officer, birth, "15.03.2011");

        officer.openSecondTab();
        officer.openFirstTab();
        assertThat(officer.keyed("dateOfBirth")).hasValue("15.03.2011");
        complete(officer).click();
        assertThat(officer.page().locator(".outcome"))
                .containsText(Pattern.compile("Task completed|Detyra u përfundua"));
        assertThat(person.fact("dateOfBirth")).containsExactly("2011-03-15");
    }

    @Test
    void nothingIsSentWhileADateThatMayBeLeftOutIsNone() {
        Case person = cases.stage(
                "assistance", Map.of("county", "tirane", "caseManager", "state-social-service-regional.tirane"));
        Officer officer = loggedIn("state-social-service-regional.tirane");
        officer.cards(person.number()).first().click();
        officer.claim();
        officer.page().locator(".fjs-form-field-textfield:not(.fjs-disabled) input").all().stream()
                .filter(Locator::isEditable)
                .forEach(field -> field.fill("Invented"));
        Locator meeting = officer.keyed("firstMeetingOn");
        type(officer, meeting, "31.02.2027");
        complete(officer).click();
        assertThat(meeting).isFocused();
        assertThat(meeting).hasValue("31.02.2027");
        assertThat(person.fact("caseManagerName")).isEmpty();
    }

    @Test
    void theCalendarSpeaksAlbanianAndBeginsOnMonday() {
        Case person = screened("state-police.lezhe");
        Officer officer = officer("sq-AL", "Europe/Tirane").logIn("state-police.lezhe", "demo");
        officer.cards(person.number()).click();
        officer.claim();
        officer.sayYes("consentAssistance");
        type(officer, officer.keyed("dateOfBirth"), "31.02.2011");
        type(officer, officer.keyed("dateOfBirth"), "15.03.2011");
        officer.keyed("dateOfBirth").click();
        Locator calendar = officer.page().locator(".flatpickr-calendar.open");
        assertThat(calendar.locator(".flatpickr-weekday").first()).hasText("Hë");
        assertThat(calendar.locator("option").nth(2)).hasText("mars");
        officer.photograph("calendar-sq");
        calendar.locator(".flatpickr-day:not(.prevMonthDay)").nth(1).click();
        assertThat(officer.keyed("dateOfBirth")).hasValue("02.03.2011");
    }

    @Test
    void aDayChosenInTheCalendarReplacesATextThatIsNoDate() {
        Case person = screened("state-police.lezhe");
        Officer officer = loggedIn("state-police.lezhe");
        officer.cards(person.number()).click();
        officer.claim();
        officer.sayYes("consentAssistance");
        Locator birth = officer.keyed("dateOfBirth");
        type(officer, birth, "yesterday");
        assertThat(refusal(officer)).isVisible();
        birth.click();
        officer.page()
                .locator(".flatpickr-calendar.open .flatpickr-day:not(.prevMonthDay)")
                .first()
                .click();
        assertThat(birth).hasAttribute("aria-invalid", "false");
        assertThat(birth).not().hasValue("yesterday");
    }

    private static void type(Officer officer, Locator field, String text) {
        field.fill(text);
        officer.page().keyboard().press("Tab");
    }

    private static Locator refusal(Officer officer) {
        return officer.page().locator(".fjs-datetime-subsection .fjs-form-field-error");
    }

    private static Locator complete(Officer officer) {
        return officer.page().locator(".form-actions .btn-primary");
    }
}
