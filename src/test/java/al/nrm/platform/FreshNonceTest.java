package al.nrm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.ProcessTest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page of the web apps that is loaded while others are loaded too runs its scripts: policy and page name one nonce. */
@ProcessTest
class FreshNonceTest {

    private static final Pattern IN_POLICY = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");

    @LocalServerPort
    private int port;

    @Test
    void pagesThatAreLoadedAtTheSameMomentEachHaveTheirOwn() throws Exception {
        List<Callable<String>> loads = IntStream.range(0, 8)
                .mapToObj(i -> Caller.browser(port, "state-police.tirane", "tasklist"))
                .flatMap(browser -> IntStream.range(0, 10).mapToObj(i -> load(browser)))
                .toList();
        ExecutorService browsers = Executors.newFixedThreadPool(8);
        Set<String> nonces = new HashSet<>();
        try {
            for (Future<String> nonce : browsers.invokeAll(loads)) {
                nonces.add(nonce.get());
            }
        } finally {
            browsers.shutdown();
        }
        assertThat(nonces).hasSameSizeAs(loads);
    }

    /** The one nonce of a page. */
    private static Callable<String> load(Caller browser) {
        return () -> {
            HttpResponse<String> page = browser.get("/camunda/app/tasklist/default/");
            Matcher policy = IN_POLICY.matcher(
                    page.headers().firstValue("Content-Security-Policy").orElseThrow());
            assertThat(policy.find()).isTrue();
            assertThat(IN_PAGE.matcher(page.body()).results().map(found -> found.group(1)))
                    .isNotEmpty()
                    .containsOnly(policy.group(1));
            return policy.group(1);
        };
    }
}
