package al.nrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An officer attaches a photo from a phone to the step he works on, sees what became of it, and takes a wrong one back. */
class FilesBrowserTest extends BrowserTest {

    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");

    @ParameterizedTest
    @CsvSource({
        "en-GB, Files, Attach, not checked for viruses",
        "sq-AL, Skedarë, Bashkëngjit, i pakontrolluar për viruse"
    })
    void aPhotoIsAttachedSeenAndFetched(String locale, String tab, String attach, String unchecked) throws IOException {
        Case person = reported("border-police.kukes");
        Officer officer = openFiles(officer(locale, "Europe/Tirane").logIn("border-police.kukes", "demo"), person, tab);
        assertThat(officer.page().locator(".files-claim")).isVisible();
        assertThat(officer.page().locator(".files-notice")).isVisible();
        assertThat(officer.page().locator("#files-file")).isHidden();
        officer.claim();

        choose(officer, "IMG 0012.JPG", JPEG);
        officer.page().locator("#files-description").fill("Her bag, çanta");
        officer.button(attach).click();
        Locator file = officer.page().locator(".files-list li");
        assertThat(file).containsText("IMG 0012.JPG");
        assertThat(file).containsText("Her bag, çanta");
        assertThat(file).containsText(unchecked);
        assertThat(officer.page().locator("#files-description")).hasValue("");
        officer.photograph("files-" + locale);
        assertThat(new AxeBuilder(officer.page()).include(".files").analyze().getViolations())
                .isEmpty();

        Download download =
                officer.page().waitForDownload(() -> file.locator("a").click());
        assertThat(download.suggestedFilename()).isEqualTo("IMG 0012.JPG");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(JPEG);
    }

    @Test
    void aRefusalIsReadOnThePageAndNothingTypedIsLost() {
        Case person = reported("border-police.kukes");
        Officer officer = openFiles(loggedIn("border-police.kukes"), person, "Files");
        officer.claim();
        officer.button("Attach").click();
        assertThat(officer.page().locator(".files-said")).hasText("Choose a file first.");

        choose(officer, "photo.jpg", "<html><script>1</script>".getBytes(StandardCharsets.UTF_8));
        officer.page().locator("#files-description").fill("Her bag");
        officer.button("Attach").click();
        assertThat(officer.page().locator(".files-wrong"))
                .hasText(Pattern.compile("^This kind of file is not taken; taken are PDF"));
        officer.photograph("files-refused");
        officer.expect(415);
        tab(officer, "Form").click();
        tab(officer, "Files").click();
        assertThat(officer.page().locator("#files-description")).hasValue("Her bag");
    }

    @Test
    void whatWasTypedInTheFormIsThereAfterAFileWasAttached() {
        Case person = screened("border-police.kukes");
        Officer officer = loggedIn("border-police.kukes");
        officer.cards(person.number()).click();
        officer.claim();
        officer.sayYes("consentAssistance");
        officer.keyed("fullName").fill("Ana Testi");
        tab(officer, "Files").click();
        choose(officer, "photo.jpg", JPEG);
        officer.button("Attach").click();
        assertThat(officer.page().locator(".files-list a")).hasText("photo.jpg");
        tab(officer, "Form").click();
        assertThat(officer.keyed("fullName")).hasValue("Ana Testi");
    }

    @Test
    void aWrongFileIsTakenBackWithTheKeyboardAlone() {
        Case person = reported("border-police.kukes");
        Officer officer = openFiles(loggedIn("border-police.kukes"), person, "Files");
        officer.claim();
        choose(officer, "wrong.jpg", JPEG);
        officer.page().locator("#files-description").press("Enter");
        Locator remove = officer.button("Remove wrong.jpg");
        remove.press("Enter");
        officer.button("Remove").press("Enter");
        assertThat(officer.page().locator(".files-said")).hasText("Removed: wrong.jpg");
        assertThat(officer.page().locator(".files-list")).hasText("No file is attached to this task.");
    }

    @Test
    void anotherInstitutionGetsNothingAndNobodyOnceTheTaskIsDone() {
        Case person = reported("border-police.kukes");
        String task = person.task("P1-04").getId();
        Officer officer = openFiles(loggedIn("border-police.kukes"), person, "Files");
        officer.claim();
        choose(officer, "photo.jpg", JPEG);
        officer.button("Attach").click();
        String address = officer.page().locator(".files-list a").getAttribute("href");
        Officer other = loggedIn("health-services.vlore");

        assertThat(officer.answerTo(address)).isEqualTo(200);
        assertThat(other.answerTo(address)).isEqualTo(404);
        assertThat(other.answerTo("/camunda/api/engine/engine/default/task/" + task + "/attachment"))
                .isEqualTo(404);
        person.completeAs(
                "P1-04",
                "border-police.kukes",
                java.util.Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "labour"));
        assertThat(officer.answerTo(address)).isEqualTo(404);
    }

    @Test
    void aForeignPageCannotSendAFileInAnOfficersName() {
        Case person = reported("border-police.kukes");
        String task = person.task("P1-04").getId();
        Officer officer = loggedIn("border-police.kukes");
        officer.cards(person.number()).click();
        officer.claim();
        Object status = officer.page().evaluate("""
                async task => {
                  const form = new FormData();
                  form.append('content', new File(['She called.'], 'a.txt'));
                  const address = `/camunda/api/engine/engine/default/task/${task}/attachment/create`;
                  return (await fetch(address, { method: 'POST', body: form })).status;
                }""", task);

        assertThat(status).isEqualTo(403);
        officer.expect(403);
    }

    private static Officer openFiles(Officer officer, Case person, String tab) {
        officer.cards(person.number()).click();
        tab(officer, tab).click();
        return officer;
    }

    private static Locator tab(Officer officer, String name) {
        return officer.page()
                .locator(".task-card .nav-tabs a, .nav-tabs a")
                .getByText(name, new Locator.GetByTextOptions().setExact(true));
    }

    private static void choose(Officer officer, String name, byte[] content) {
        Page page = officer.page();
        page.locator("#files-file").setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }
}
