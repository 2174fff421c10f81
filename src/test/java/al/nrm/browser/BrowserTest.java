package al.nrm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** Officers at the browser before a server of their own, and no trouble behind the pages that the test did not expect. */
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
abstract class BrowserTest extends WithChromium {

    private final List<Officer> officers = new ArrayList<>();

    @Autowired
    Cases cases;

    @LocalServerPort
    private int port;

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
        Officer officer =
                person(at(port).setViewportSize(1400, 850).setLocale(locale).setTimezoneId(zone));
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
