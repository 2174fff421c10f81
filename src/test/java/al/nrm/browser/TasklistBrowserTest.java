package al.nrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People of the mechanism do their work in Tasklist. */
class TasklistBrowserTest extends BrowserTest {

    private static final Pattern CASE_NUMBER = Pattern.compile("NRM-\\d{4}-\\d{6}");

    @Test
    void anOfficerReportsScreensAndIsAskedForTheConsentAndNobodyElseSeesIt() {
        Officer officer = loggedIn("border-police.lezhe");
        assertThat(officer.page()).hasTitle("National Referral Mechanism – Tasks");
        assertThat(officer.filters())
                .containsText(
                        new String[] {"My institution's tasks", "My tasks", "Due today", "Overdue", "Escalations"});

        officer.openStartForm("Referral of a victim");
        officer.choose("How the person was found", "Border control");
        officer.choose("County where the person is now", "Lezhë");
        officer.tick("Age group", "Adult");
        officer.tick("Sex", "Female");
        officer.choose("Nationality", "Kosovo");
        officer.tick("without parent or guardian", "No");
        officer.tick("immediate danger", "No");
        officer.write("What was seen, heard and said", "She does not know the address she is taken to.");
        assertThat(officer.page().getByText("Reporting institution")).hasCount(0);
        officer.photograph("report");
        officer.button("Send").click();

        Locator screening = officer.cardsOf("Screen person");
        assertThat(screening).containsText("Due in 8 hours");
        assertThat(screening).containsText(CASE_NUMBER);
        String caseNumber = caseNumberOn(screening);
        screening.click();
        officer.claim();
        officer.openTab("History");
        assertThat(officer.page().locator(".history-pane")).containsText("Claim");
        officer.openTab("Diagram");
        assertThat(officer.page().locator("[data-element-id=Task_ScreenPerson]"))
                .isVisible();
        officer.openTab("Form");
        officer.tickBox("R01");
        officer.tickBox("E01");
        officer.tickBox("K01");
        officer.choose("Form of exploitation", "Forced labour");
        officer.photograph("screening");
        officer.button("Complete").click();

        assertThat(officer.card("Inform person", caseNumber)).isVisible();
        assertThat(officer.card("Screen person", caseNumber)).hasCount(0);
        officer.photograph("consent");
        officer.logOut();

        Officer stranger = loggedIn("state-police-at.kukes");
        assertThat(stranger.page().getByText("No task matching filters found")).isVisible();
        assertThat(stranger.page().getByText(caseNumber)).hasCount(0);
    }

    @Test
    void aMissedDeadlineIsOverdueForItsOwnerAndAnEscalationForTheSupervisor() {
        ClockUtil.setCurrentTime(Date.from(Instant.now().minus(Duration.ofHours(10))));
        Case late = reported("state-police.korce");
        ClockUtil.reset();
        Case inTime = reported("state-police.korce");
        late.miss("P1-04");

        Officer owner = loggedIn("state-police.korce");
        owner.openFilter("Overdue");
        assertThat(owner.card("Screen person", late.number())).containsText("Due 2 hours ago");
        assertThat(owner.cards(inTime.number())).hasCount(0);
        owner.openFilter("My institution's tasks");
        assertThat(owner.cardsOf("Screen person").first()).containsText(late.number());
        assertThat(owner.cardsOf("Screen person").last()).containsText(inTime.number());
        owner.photograph("overdue");

        Officer supervisor = loggedIn("state-police.korce.lead");
        supervisor.openFilter("Escalations");
        supervisor.cards(late.number()).click();
        supervisor.claim();
        supervisor.photograph("escalation");
    }

    @Test
    void dueTodayHoldsWhatIsDueBeforeMidnightInTirana() {
        ClockUtil.setCurrentTime(Date.from(Cases.tirane("2026-11-23T10:00")));
        Case today = reported("state-police.berat");
        ClockUtil.setCurrentTime(Date.from(Cases.tirane("2026-11-23T17:00")));
        Case tomorrow = reported("state-police.berat");

        Officer officer = loggedIn("state-police.berat");
        officer.openFilter("Due today");

        assertThat(officer.card("Screen person", today.number())).isVisible();
        assertThat(officer.cards(tomorrow.number())).hasCount(0);
    }

    @Test
    void whatOneHasClaimedIsAmongMyTasksAndACommentOnItIsKept() {
        Case report = reported("state-police.fier");
        Officer officer = loggedIn("state-police.fier");
        officer.card("Screen person", report.number()).click();
        officer.claim();
        officer.comment("The interview room is free at noon.");

        officer.openFilter("My tasks");
        officer.card("Screen person", report.number()).click();
        officer.openTab("History");
        assertThat(officer.page().locator(".history-pane")).containsText("The interview room is free at noon.");
    }

    @ParameterizedTest
    @CsvSource({
        "hotline, tasklist, My institution's tasks",
        "ra-secretariat, tasklist, My institution's tasks",
        "vatra, tasklist, My institution's tasks",
        "state-police.vlore.lead, tasklist, Escalations",
        "admin, cockpit, Running Process Instances"
    })
    void everybodyIsLedToHisWork(String user, String application, String seen) {
        Officer officer = loggedIn(user);
        assertThat(officer.page()).hasURL(Pattern.compile("/camunda/app/" + application + "/"));
        assertThat(officer.page().getByText(seen).first()).isVisible();
        assertThat(officer.page().locator(".ce-eol-banner").first()).isHidden();
        officer.awaitWholePage();
        officer.photograph("first-page-" + user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "auditor"})
    void cockpitShowsModelsToThoseWhoLookAfterAllCases(String user) {
        Officer officer = loggedIn(user);
        officer.page().navigate("/camunda/app/cockpit/default/");
        for (String page : List.of("Decisions", "Processes")) {
            officer.page().locator(".sections-menu").getByText(page).click();
            officer.awaitWholePage();
        }
        officer.page()
                .locator("a[href*='process-definition/']")
                .getByText("Initial identification")
                .click();
        assertThat(officer.page().locator("[data-element-id=Task_ScreenPerson]"))
                .isVisible();
        officer.awaitWholePage();
        officer.photograph("cockpit-" + user);
    }

    @Test
    void whatTasklistDoesNotNeedStaysClosedToStaff() {
        Officer officer = loggedIn("state-police.vlore");
        assertThat(officer.page().locator(".task-filter.active")).isVisible();
        String engine = "/camunda/api/engine/engine/default";

        assertThat(officer.answerTo(engine + "/task")).isEqualTo(200);
        assertThat(officer.answerTo(engine + "/t%61sk")).isEqualTo(403);
        assertThat(officer.answerTo(engine + "/process-definition/none%3A1%3A1/xml"))
                .isEqualTo(404);
        assertThat(officer.answerTo(engine + "/history/process-instance")).isEqualTo(403);
        assertThat(officer.answerTo(engine + "/history/user-operation")).isEqualTo(404);
        assertThat(officer.answerTo("/camunda/api/cockpit/plugin/base/default/process-definition/statistics"))
                .isEqualTo(403);
        assertThat(officer.answerTo("/camunda/api/admin/setup/default/user/create"))
                .isEqualTo(403);
    }

    @Test
    void aWrongPasswordIsSaidOnTheLoginPage() {
        Officer officer = officer();
        officer.logIn("mobile-unit.vlore", "wrong");
        assertThat(officer.page().locator("[role=alert]")).containsText("wrong");
        officer.photograph("login");
    }

    private static String caseNumberOn(Locator card) {
        return CASE_NUMBER
                .matcher(card.innerText())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }
}
