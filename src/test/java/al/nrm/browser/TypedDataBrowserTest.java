package al.nrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is typed is there when one comes back to it, and nowhere once one has left. */
class TypedDataBrowserTest extends BrowserTest {

    private static final String NAME = "Arta Invented";
    private static final String NOTHING = "[{},{},[],[]]";

    private Officer officer;
    private Case person;

    @BeforeEach
    void typeAName() {
        person = screened("state-police.diber");
        officer = loggedIn("state-police.diber");
        officer.cards(person.number()).click();
        officer.claim();
        officer.sayYes("consentAssistance");
        officer.keyed("fullName").fill(NAME);
    }

    @Test
    void isKeptWhileOneLooksAtAnotherTabOrTask() {
        for (String tab : new String[] {"History", "Diagram", "Description"}) {
            officer.openTab(tab);
            officer.openTab("Form");
            assertThat(officer.keyed("fullName")).hasValue(NAME);
        }
        Case other = reported("state-police.diber");
        officer.openFilter("My tasks");
        officer.openFilter("My institution's tasks");
        officer.cards(other.number()).click();
        assertThat(officer.page().locator("h2.task")).containsText("Screen person");
        officer.cards(person.number()).click();
        assertThat(officer.keyed("fullName")).hasValue(NAME);
        assertThat(officer.stored()).isEqualTo(NOTHING);
    }

    @Test
    void isKeptWhenOneLetsGoOfTheTaskAndClaimsItAgain() {
        officer.page().locator(".meta.actors .unclaim").click();
        officer.claim();
        assertThat(officer.keyed("fullName")).hasValue(NAME);
    }

    @Test
    void isKeptWhenTheServerRefusesIt() {
        officer.openStartForm("Report of an incident");
        officer.keyed("caseNumber").fill("NRM-2026-999999");
        officer.page().locator("input[type=radio][id*=Field_incident]").first().check();
        officer.keyed("incidentDescription").fill("She did not come back.");
        officer.button("Send").click();
        assertThat(officer.page().locator(".refusal")).containsText("Case number: ");
        assertThat(officer.keyed("incidentDescription")).hasValue("She did not come back.");
        officer.photograph("refused-report");
        officer.expect(400);
    }

    @Test
    void isNotSavedAnywhereInTheBrowserByAnyDoor() {
        assertThat(officer.page().locator(".form-actions [ng-click^=save]")).isHidden();
        officer.page().evaluate("angular.element('.form-actions').scope().save({ preventDefault() {} })");
        assertThat(officer.stored()).isEqualTo(NOTHING);
    }

    @Test
    void isGoneAfterLogoutAndTheBackButtonShowsNothing() {
        officer.openTab("Diagram");
        officer.openTab("Form");
        assertThat(officer.keyed("fullName")).hasValue(NAME);
        officer.logOut();
        assertNothingIsLeft();
    }

    @Test
    void isGoneAfterTheSessionTimedOut() {
        officer.stayAwayTooLong();
        assertNothingIsLeft();
    }

    @Test
    void isGoneInEveryTabWhenOneLogsOutInOne() {
        Officer second = officer.secondTab();
        second.logOut();
        assertThat(officer.page().locator("#username")).isVisible();
        officer.expect401();
        assertNothingIsLeft();
    }

    @Test
    void doesNotComeBackInTheNextReport() {
        officer.openStartForm("Referral of a victim");
        officer.keyed("narrative").fill("The last person's account.");
        officer.page().locator(".modal-footer").getByText("Close").click();
        officer.button("Go on").click();
        officer.openStartForm("Referral of a victim");
        assertThat(officer.keyed("narrative")).hasValue("");
    }

    private void assertNothingIsLeft() {
        assertThat(officer.stored()).isEqualTo(NOTHING);
        assertThat(officer.page().content()).doesNotContain(NAME);
        officer.page().goBack();
        assertThat(officer.page().locator("#username")).isVisible();
        assertThat(officer.page().content()).doesNotContain(NAME, person.number());
        officer.expect401();
    }
}
