package al.nrm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.ProcessTest;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One login and one logout; nobody rides on a session, keeps one that he lost, or guesses his way in. */
@ProcessTest
class LoginTest {

    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identities;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void theSessionGetsANewIdAtLoginAndItsCookieIsNoScriptsBusiness() {
        Caller person = Caller.stranger(port);
        person.get("/login");
        String before = person.cookie("JSESSIONID").map(HttpCookie::getValue).orElseThrow();

        HttpResponse<String> answer = person.logIn("vatra", "demo");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .asString()
                .doesNotContain(before)
                .contains("HttpOnly", "SameSite=Lax");
        person.get("/camunda/app/tasklist/default/");
        assertThat(person.get(WHO_AM_I).body()).contains("vatra");
    }

    @Test
    void withoutTheTokenAgainstForgedRequestsNothingIsPosted() {
        assertThat(Caller.stranger(port).logIn("vatra", "demo", "forged").statusCode())
                .isEqualTo(403);
        Caller person = Caller.browser(port, "vatra", "tasklist");
        assertThat(person.post(TASKS, "{}").statusCode()).isEqualTo(200);
        assertThat(person.without("X-XSRF-TOKEN").post(TASKS, "{}").statusCode())
                .isEqualTo(403);
        assertThat(person.post("/logout", "").statusCode()).isEqualTo(403);
    }

    @Test
    void afterTheLogoutTheOldSessionOpensNothing() {
        Caller person = Caller.browser(port, "vatra", "tasklist");
        String session = person.cookie("JSESSIONID").map(HttpCookie::getValue).orElseThrow();
        person.post("/camunda/api/admin/auth/user/default/logout", "");

        Caller thief = Caller.stranger(port).with("Cookie", "JSESSIONID=" + session);
        assertThat(thief.get(WHO_AM_I).statusCode()).isEqualTo(401);
    }

    @Test
    void theLoginLeadsToThePageThatWasAskedForAndNeverToAFontThatAnOldPageWanted() {
        Caller browser = Caller.stranger(port);
        browser.with("Accept", "text/html").get("/camunda/app/tasklist/default/");
        browser.with("Accept", "*/*").get("/camunda/assets/IBMPlexSans-Bold.woff2");

        assertThat(browser.logIn("nrcvt", "demo").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).contains("/camunda/app/tasklist/default/"));
        assertThat(Caller.stranger(port).logIn("nrcvt", "demo").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/"));
    }

    @Test
    void aPageThatIsRefusedSaysSoInBothLanguagesAndNoMore() {
        HttpResponse<String> refused =
                Caller.stranger(port).with("Accept", "text/html").logIn("nrcvt", "demo", "none");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("Nothing was changed", "Asgjë nuk u ndryshua")
                .doesNotContain("Whitelabel");
    }

    @Test
    void whoeverIsTakenOutOfAGroupLosesItsSightAtOnce() {
        identities.saveUser(newUser("leaver"));
        identities.createMembership("leaver", "auditor");
        Caller person = Caller.browser(port, "leaver", "cockpit");
        String history = "/camunda/api/engine/engine/default/history/process-instance/count";
        assertThat(person.get(history).statusCode()).isEqualTo(200);

        identities.deleteMembership("leaver", "auditor");
        assertThat(person.get(history).statusCode()).isEqualTo(403);
        assertThat(person.get(WHO_AM_I).body()).doesNotContain("cockpit");

        identities.deleteUser("leaver");
        assertThat(person.get(WHO_AM_I).statusCode()).isEqualTo(401);
    }

    @Test
    void theRightPasswordIsTakenRightAfterAWrongOne() {
        Caller officer = Caller.stranger(port);
        for (int wrong = 0; wrong < 3; wrong++) {
            assertThat(officer.logIn("tjeter-vizion", "wrong").headers().firstValue("Location"))
                    .hasValueSatisfying(page -> assertThat(page).endsWith("/login?error"));
        }
        assertThat(officer.logIn("tjeter-vizion", "demo").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).doesNotContain("error"));
    }

    @Test
    void whoGuessesPasswordsWaitsAndLocksNobodyOutForGood() {
        Caller guesser = Caller.program(port, "nrcvt", "wrong");
        Stream.generate(() -> guesser.get("/engine-rest/engine").statusCode())
                .limit(10)
                .forEach(status -> assertThat(status).isEqualTo(401));

        HttpResponse<String> refused = Caller.stranger(port).logIn("tjeter-vizion", "wrong");
        assertThat(refused.headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/login?error"));
        assertThat(Caller.stranger(port).get("/login?error").body()).contains("User or password is wrong");
        HttpResponse<String> byPassword = guesser.get("/engine-rest/engine");
        assertThat(byPassword.statusCode()).isEqualTo(429);
        assertThat(byPassword.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 31L);
        HttpResponse<String> byForm = Caller.stranger(port).logIn("nrcvt", "demo");
        assertThat(byForm.statusCode()).isEqualTo(429);
        assertThat(byForm.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 31L);

        ClockUtil.setCurrentTime(new Date(System.currentTimeMillis() + 31_000));
        assertThat(Caller.stranger(port).logIn("nrcvt", "demo").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).doesNotContain("error"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/SETUP/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/camunda/api/admin/setup;a=b/default/user/create",
                "/camunda/api/admin;/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/welcome/../admin/setup/default/user/create",
                "/camunda/api/admin/setup%2fdefault/user/create",
                "/camunda/api/admin/setup/default/user%00/create"
            })
    void theSetUpDoorIsShutThoughNobodyIsInItsGroup(String path) {
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").count())
                .isZero();
        String intruder = "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"intruder-secret\"}}";

        for (Caller caller : new Caller[] {
            Caller.stranger(port), Caller.browser(port, "vatra", "tasklist"), Caller.browser(port, "admin", "admin")
        }) {
            assertThat(caller.post(path, intruder).statusCode()).isBetween(400, 404);
        }
        assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "200, vatra, /engine-rest/engine",
        "403, vatra, /engine-rest/process-instance",
        "404, vatra, /engine-rest/task/none",
        "401, nobody, /engine-rest/engine",
        "200, , /login",
        "401, , /camunda/api/engine/engine/default/task",
        "404, , /actuator/health/none"
    })
    void everyAnswerCarriesTheHeadersThatKeepABrowserFromHarm(int status, String user, String path) {
        Caller caller = user == null ? Caller.stranger(port) : Caller.program(port, user, "demo");
        HttpResponse<String> answer = caller.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().map())
                .containsKeys("x-content-type-options", "referrer-policy", "permissions-policy")
                .hasEntrySatisfying("content-security-policy", policy -> assertThat(policy)
                        .singleElement()
                        .asString()
                        .contains("frame-ancestors 'none'", "default-src 'none'"))
                .hasEntrySatisfying(
                        "cache-control",
                        cache -> assertThat(cache).singleElement().asString().contains("no-store"));
    }

    private org.camunda.bpm.engine.identity.User newUser(String id) {
        org.camunda.bpm.engine.identity.User user = identities.newUser(id);
        user.setPassword("demo");
        return user;
    }
}
