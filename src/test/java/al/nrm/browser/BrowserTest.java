package al.nrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import al.nrm.Case;
import al.nrm.Cases;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** An installed Chromium before a server of its own, and no trouble behind the pages that the test did not expect. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:tasklist;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "nrm.warning.every=PT1000H",
            "nrm.demo.password=demo"
        })
@ActiveProfiles("demo")
@Import(Cases.class)
@Tag("database-independent")
abstract class BrowserTest {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    private static Playwright playwright;
    private static Browser chromium;

    private final List<Officer> officers = new ArrayList<>();

    @Autowired
    Cases cases;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void openBrowser() {
        assumeThat(CHROMIUM).as("an installed Chromium").matches(Files::isExecutable);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        setDefaultAssertionTimeout(20_000);
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @AfterEach
    void closeWindows() {
        ClockUtil.reset();
        officers.forEach(Officer::close);
        assertThat(officers)
                .flatMap(Officer::troubles)
                .as("refused calls and console errors")
                .isEmpty();
    }

    Officer officer(String locale, String zone) {
        Officer officer = new Officer(chromium.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(1400, 850)
                .setLocale(locale)
                .setTimezoneId(zone)));
        officers.add(officer);
        return officer;
    }

    Officer officer() {
        return officer("en-GB", "Europe/Tirane");
    }

    Officer loggedIn(String user) {
        return officer().logIn(user, "demo");
    }

    Case reported(String institution) {
        return cases.report(institution, Map.of("county", institution.split("\\.")[1]));
    }

    /** A case whose next task, the one and only, is to ask for consent. */
    Case screened(String institution) {
        return reported(institution)
                .complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "labour"));
    }
}
