package al.nrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person at one browser window: does what people do in Tasklist, and notes what went wrong behind the page. */
class Officer implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext window;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();

    Officer(BrowserContext window) {
        this.window = window;
        page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add("console: " + message.text());
            }
        });
        page.onPageError(error -> troubles.add("page: " + error));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                troubles.add("%d %s %s"
                        .formatted(response.status(), response.request().method(), response.url()));
            }
        });
    }

    Page page() {
        return page;
    }

    /** Answers and console errors of this window that should not have been. */
    List<String> troubles() {
        return troubles;
    }

    Officer logIn(String user, String password) {
        page.navigate("/");
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("button").click();
        return this;
    }

    void logOut() {
        page.locator(".account > a").click();
        page.locator(".logout a").click();
        Locator typedIsLost = page.locator(".question .btn-link");
        if (typedIsLost.isVisible()) {
            typedIsLost.click();
        }
        assertThat(page.locator("#username")).isVisible();
        expect401();
    }

    /** The page asks once more while it is being left, and is told that nobody is logged in. */
    void expect401() {
        expect(401);
    }

    void expect(int status) {
        troubles.removeIf(trouble -> trouble.contains(String.valueOf(status)));
    }

    /** Another tab of the same browser, on the same page. */
    Officer secondTab() {
        Officer second = new Officer(window);
        second.page.navigate("/");
        assertThat(second.page.locator(".task-filter.active")).isVisible();
        return second;
    }

    /** The session times out, and the page finds out at the next click. */
    void stayAwayTooLong() {
        window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        filters().last().click();
        assertThat(page.locator("#username")).isVisible();
        expect401();
    }

    /** What the server answers to a call that no page makes, with this window's login. */
    int answerTo(String path) {
        return page.request().get(path).status();
    }

    /** Waits until the page has asked for all it needs. */
    void awaitWholePage() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.getByText("Loading").filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
    }

    Locator filters() {
        return page.locator(".task-filter h4");
    }

    void openFilter(String name) {
        filters().getByText(name).click();
        assertThat(page.locator(".task-filter.active")).containsText(name);
    }

    void openStartForm(String process) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-body").getByText(process).click();
        assertThat(page.locator(".modal-body .fjs-container")).isVisible();
    }

    /** The cards in the list that show a text, such as a case number. */
    Locator cards(String text) {
        return page.locator("li.task").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** The cards of one kind of task; of one case there is one at most. */
    Locator cardsOf(String task) {
        Locator title = page.locator("h4.task").getByText(task, new Locator.GetByTextOptions().setExact(true));
        return page.locator("li.task").filter(new Locator.FilterOptions().setHas(title));
    }

    Locator card(String task, String caseNumber) {
        return cardsOf(task).filter(new Locator.FilterOptions().setHasText(caseNumber));
    }

    void claim() {
        page.locator("button.claim").click();
        assertThat(page.locator(".meta.actors .unclaim")).isVisible();
    }

    void comment(String text) {
        page.locator(".createCommentLink").click();
        page.locator(".modal-body textarea").fill(text);
        button("Save").click();
        assertThat(page.locator(".modal-body")).hasCount(0);
    }

    void openTab(String name) {
        page.locator(".nav-tabs").getByText(name).click();
    }

    void openFirstTab() {
        page.locator(".task-card .nav-tabs a").first().click();
    }

    void openSecondTab() {
        page.locator(".task-card .nav-tabs a").nth(1).click();
    }

    void choose(String question, String answer) {
        Locator field = field("select", question);
        // A list that has the focus is open already, and a click would close it.
        if (!field.locator(".fjs-dropdownlist").isVisible()) {
            field.locator(".fjs-input-group").click();
        }
        field.locator(".fjs-dropdownlist-item")
                .getByText(answer, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    void tick(String question, String answer) {
        field("radio", question)
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    /** The field with this key, whatever the language of its label; a dialogue stands before the page. */
    Locator keyed(String key) {
        return page.locator("[id$=Field_" + key + "], [id$=Field_" + key + "-date]")
                .first();
    }

    /** The answer "yes" to the question with this key: it stands first. */
    void sayYes(String key) {
        page.locator("input[type=radio][id*=Field_" + key + "]").first().check();
    }

    void tickBox(String label) {
        page.getByLabel(Pattern.compile("^" + label)).check();
    }

    void write(String question, String answer) {
        page.getByLabel(question).fill(answer);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Everything that this window has left in the browser's storage, cookies aside. */
    String stored() {
        return (String) page.evaluate("""
                async () => JSON.stringify([
                  { ...localStorage },
                  { ...sessionStorage },
                  await indexedDB.databases(),
                  await caches.keys()
                ])""");
    }

    void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private Locator field(String type, String question) {
        return page.locator(".fjs-form-field-" + type).filter(new Locator.FilterOptions().setHasText(question));
    }

    @Override
    public void close() {
        window.close();
    }
}
