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
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(password);
        button("Log in").click();
        return this;
    }

    void logOut() {
        page.locator(".account > a").click();
        page.locator(".logout a").click();
        assertThat(button("Log in")).isVisible();
        // The list refreshes itself once more while the page is being left, and is told that nobody is logged in.
        troubles.removeIf(trouble -> trouble.contains("401"));
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
        page.locator(".meta.actors").getByText("Claim").click();
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

    void choose(String question, String answer) {
        Locator field = field("select", question);
        field.locator(".fjs-input-group").click();
        field.locator(".fjs-dropdownlist-item")
                .getByText(answer, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    void tick(String question, String answer) {
        field("radio", question)
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
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
