package al.nrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasklist can be used without a mouse and without seeing it: axe-core finds nothing serious. */
class AccessibilityBrowserTest extends BrowserTest {

    private static final List<String> SERIOUS = List.of("serious", "critical");
    private static final Pattern REPORT = Pattern.compile("Referral of a victim|Referimi i një viktime");

    @ParameterizedTest
    @ValueSource(strings = {"sq-AL", "en-GB"})
    void nothingSeriousIsFoundOnTheWayFromTheLoginToATask(String locale) {
        Case person = screened("state-police.gjirokaster");
        Officer officer = officer(locale, "Europe/Tirane");
        officer.page().navigate("/");
        assertNothingSerious(officer, "login");
        officer.logIn("state-police.gjirokaster", "demo");

        assertThat(officer.cards(person.number())).isVisible();
        officer.awaitWholePage();
        assertNothingSerious(officer, "list");

        officer.page().locator(".start-process-action a").click();
        assertThat(officer.page().locator(".modal-body .processes a").first()).isVisible();
        assertNothingSerious(officer, "choice of a report");
        officer.page().getByText(REPORT).click();
        officer.keyed("channel").focus();
        assertThat(officer.page().getByRole(AriaRole.OPTION).first()).isVisible();
        assertNothingSerious(officer, "report");
        officer.page().keyboard().press("Tab");
        officer.page().locator(".modal-footer [ng-click^='$dismiss']").last().click();

        officer.cards(person.number()).click();
        assertThat(officer.page().locator(".disabled-form")).isVisible();
        assertNothingSerious(officer, "task to be claimed");
        officer.claim();
        officer.sayYes("consentAssistance");
        officer.keyed("dateOfBirth").fill("31.02.2011");
        officer.page().keyboard().press("Tab");
        assertNothingSerious(officer, "task");
        officer.photograph("task-" + locale);
    }

    @Test
    void aCaseIsReportedWithTheKeyboardAlone() {
        Officer officer = officer("en-GB", "Europe/Tirane");
        Keyboard keyboard = officer.page().keyboard();
        officer.page().navigate("/");
        assertThat(officer.page().locator("#username")).isFocused();
        keyboard.type("mobile-unit.vlore");
        keyboard.press("Tab");
        keyboard.type("demo");
        keyboard.press("Enter");

        assertThat(officer.page().locator(".task-filter.active")).isVisible();
        reach(officer, ".start-process-action a");
        officer.photograph("keyboard-focus");
        keyboard.press("Enter");
        assertThat(officer.page().locator(".modal-body .processes a").first()).isVisible();
        reach(officer, ".modal-body .processes li:first-child a");
        keyboard.press("Enter");
        choose(officer, "channel", 5);
        choose(officer, "county", 12);
        tick(officer, "ageGroup");
        tick(officer, "sex");
        choose(officer, "nationality", 1);
        tick(officer, "unaccompanied");
        tick(officer, "immediateDanger");
        reach(officer, "[id$=Field_narrative]");
        keyboard.type("She waited at the bridge.");
        officer.photograph("keyboard-report");
        reach(officer, ".modal-footer .btn-primary");
        keyboard.press("Enter");
        assertThat(officer.page().locator("li.task").first()).containsText("NRM-");
        officer.photograph("keyboard-reported");
    }

    @Test
    void aListOfChoicesSaysWhatItIsAndWhereOneIs() {
        Officer officer = loggedIn("state-police.vlore");
        officer.openStartForm("Referral of a victim");
        Locator channel = officer.keyed("channel");
        channel.focus();
        assertThat(channel).hasAttribute("role", "combobox");
        assertThat(channel).hasAttribute("aria-expanded", "true");
        assertThat(channel).hasAttribute("aria-required", "true");
        officer.page().keyboard().press("ArrowDown");
        Locator second = officer.page().locator("[role=option]").nth(1);
        assertThat(second).hasAttribute("aria-selected", "true");
        assertThat(channel).hasAttribute("aria-activedescendant", second.getAttribute("id"));
        assertThat(officer.page().locator(".modal[role=dialog]")).hasAttribute("aria-modal", "true");
    }

    private static void assertNothingSerious(Officer officer, String page) {
        assertThat(new AxeBuilder(officer.page()).analyze().getViolations())
                .filteredOn(finding -> SERIOUS.contains(finding.getImpact()))
                .as(page)
                .extracting(finding ->
                        finding.getId() + " " + finding.getNodes().get(0).getHtml())
                .isEmpty();
    }

    /** Presses Tab until the focus is there, as a person would, and sees where it is. */
    private static void reach(Officer officer, String place) {
        Locator target = officer.page().locator(place).last();
        for (int steps = 0;
                steps < 60 && !(boolean) target.evaluate("element => element === document.activeElement");
                steps++) {
            officer.page().keyboard().press("Tab");
        }
        assertThat(target).isFocused();
    }

    /** Opens the list by coming to it, goes down to a choice and takes it. */
    private static void choose(Officer officer, String key, int place) {
        reach(officer, "[id$=Field_" + key + "]");
        for (int at = 1; at < place; at++) {
            officer.page().keyboard().press("ArrowDown");
        }
        officer.page().keyboard().press("Enter");
    }

    private static void tick(Officer officer, String key) {
        reach(officer, "input[type=radio][id*=Field_" + key + "] >> nth=0");
        officer.page().keyboard().press("Space");
    }
}
