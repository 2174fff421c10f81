package al.nrm.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.language.Text.Place;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever reads Albanian is given the words of models and forms in Albanian by every door, and everybody's own words as they are. */
@ProcessTest
class TranslateAnswersTest {

    private static final String OFFICER = "border-police.kukes";

    /** Words of a model, typed by a person. */
    private static final String TYPED = "Screen person";

    private static final String SCREEN = "initial-identification/Task_ScreenPerson.name";
    private static final String FIRST_STAGE = "initial-identification/initial-identification.name";
    private static final String REFERRAL = "referral/referral.name";
    private static final String MINE = "messages/My-tasks";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    private Case person;
    private String task;
    private String filter;
    private String definition;

    @BeforeEach
    void anOfficerHasReported() {
        person = cases.report(OFFICER, Map.of("channel", "border", "county", "kukes", "narrative", TYPED));
        task = person.task("P1-04").getId();
        filter = filters.createTaskFilterQuery().filterName("My institution's tasks").list().stream()
                .map(Filter::getId)
                .findFirst()
                .orElseThrow();
        definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("referral")
                .latestVersion()
                .singleResult()
                .getId();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "border-police.kukes, /task/{task}, " + SCREEN,
        "border-police.kukes, /task/{task}, initial-identification/Task_ScreenPerson.documentation",
        "border-police.kukes, /task?sortBy=created&sortOrder=desc, " + SCREEN,
        "border-police.kukes, /engine/default/task/{task}, " + SCREEN,
        "border-police.kukes, /task/{task}/deployed-form, vocabulary/ageGroup.label",
        "border-police.kukes, /filter, " + MINE,
        "border-police.kukes, /filter?firstResult=0&maxResults=5, messages/Case",
        "border-police.kukes, /filter/{filter}, messages/My-institution-s-tasks",
        "border-police.kukes, /filter/{filter}/list, " + SCREEN,
        "border-police.kukes, /process-definition, " + REFERRAL,
        "border-police.kukes, /process-definition/{definition}, " + REFERRAL,
        "border-police.kukes, /process-definition/{definition}, referral/referral.documentation",
        "border-police.kukes, /process-definition/key/referral, " + REFERRAL,
        "border-police.kukes, /process-definition/key/referral/deployed-start-form, vocabulary/county.label",
        "border-police.kukes, /process-definition/{definition}/deployed-start-form, vocabulary/option.true",
        "border-police.kukes, /process-definition/{definition}/xml, " + REFERRAL,
        "border-police.kukes, /process-definition/key/referral/xml, referral/StartEvent_CaseReported.name",
        "auditor, /history/task?processInstanceBusinessKey={case}, " + SCREEN,
        "auditor, /history/activity-instance, " + SCREEN,
        "auditor, /history/process-instance?processInstanceBusinessKey={case}, " + FIRST_STAGE,
        "auditor, /history/process-instance/{instance}, " + REFERRAL,
        "auditor, /process-definition/key/referral, " + REFERRAL,
        "admin, /task/{task}, " + SCREEN,
        "admin, /process-instance/{instance}/activity-instances, " + REFERRAL,
        "admin, /process-instance/{instance}/activity-instances, referral/Activity_InitialIdentification.name",
        "admin, /process-definition/statistics, " + REFERRAL,
    })
    void everyRouteThatTellsOfModelsSpeaksAlbanian(String user, String path, String unit) throws Exception {
        HttpResponse<String> english = rest(user, path, "en");
        HttpResponse<String> albanian = rest(user, path, "sq");
        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.body()).contains(words(english(unit))).doesNotContain('"' + words(albanian(unit)) + '"');
        assertThat(albanian.body()).contains(words(albanian(unit))).doesNotContain('"' + words(english(unit)) + '"');
        assertThat(albanian.headers().firstValue("Content-Language")).contains("sq");
        assertThat(albanian.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept-Language"));
        assertThat(albanian.headers().firstValue("ETag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/filter/{filter}/list"})
    void aQueryInTheBodyIsAnsweredInAlbanianToo(String path) throws Exception {
        HttpResponse<String> answer = send(request(OFFICER, path, "sq")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"processInstanceBusinessKey\": \"%s\"}".formatted(person.number()))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(words(albanian(SCREEN))).doesNotContain('"' + english(SCREEN) + '"');
    }

    @Test
    void whatIsEmbeddedInAnAnswerIsTranslatedWithIt() throws Exception {
        HttpResponse<String> answer = send(request(OFFICER, "/filter/{filter}/list", "sq")
                .header("Accept", "application/hal+json")
                .GET());
        JsonNode embedded = JSON.readTree(answer.body()).path("_embedded");
        assertThat(embedded.path("task").findValuesAsText("name")).contains(albanian(SCREEN));
        assertThat(embedded.path("processDefinition").findValuesAsText("name")).contains(albanian(FIRST_STAGE));
        assertThat(embedded.path("task").findValuesAsText("value")).contains(person.number());
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/hal+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task/{task}", "/filter", "/process-definition", "/task/{task}/deployed-form"})
    void theWebAppsAreGivenAlbanianAsRestIs(String path) throws Exception {
        HttpClient officer = loggedIn();
        String uri = "http://localhost:" + port + "/camunda/api/engine/engine/default" + filled(path);
        HttpResponse<String> answer = officer.send(
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Accept-Language", "sq-AL,sq;q=0.9,en;q=0.8")
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> rest = rest(OFFICER, path, "sq");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(rest.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sq", "sq-AL", "sq-XK,en;q=0.5", "de, sq;q=0.5", "fr, sq;q=0.7, en;q=0.3", "SQ"})
    void albanianIsForWhoeverReadsItBetterThanEnglish(String languages) throws Exception {
        assertThat(rest(OFFICER, "/task/{task}", languages).body()).contains(words(albanian(SCREEN)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"en", "en-GB,sq;q=0.8", "de", "de, en;q=0.5, sq;q=0.4", "*", "", "square", "§§;q=x"})
    void everybodyElseReadsEnglish(String languages) throws Exception {
        HttpResponse<String> answer = rest(OFFICER, "/task/{task}", languages);
        assertThat(answer.body()).contains('"' + english(SCREEN) + '"').doesNotContain(words(albanian(SCREEN)));
        assertThat(answer.headers().firstValue("Content-Language")).isEmpty();
        assertThat(answer.body()).isEqualTo(rest(OFFICER, "/task/{task}", null).body());
    }

    @Test
    void whatPeopleTypedStaysAsTheyTypedIt() throws Exception {
        tasks.setVariableLocal(task, "caseNumber", person.number());
        String comment = "{\"message\": \"%s\"}".formatted(TYPED);
        send(request(OFFICER, "/task/{task}/comment/create", "sq")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(comment)));
        for (String path : List.of("/task/{task}/form-variables", "/task/{task}/comment")) {
            HttpResponse<String> answer = rest(OFFICER, path, "sq");
            assertThat(answer.body())
                    .as(path)
                    .contains('"' + TYPED + '"')
                    .isEqualTo(rest(OFFICER, path, "en").body());
            assertThat(answer.headers().firstValue("Content-Language")).isEmpty();
        }
        assertThat(english(SCREEN)).isEqualTo(TYPED);
    }

    @Test
    void aTaskThatSomebodyRenamedKeepsThatName() throws Exception {
        var renamed = tasks.createTaskQuery().taskId(task).singleResult();
        renamed.setName("Screen person again");
        tasks.saveTask(renamed);
        assertThat(rest(OFFICER, "/task/{task}", "sq").body()).contains("\"Screen person again\"");
    }

    @Test
    void theDiagramIsTheSameDiagramInOtherWords() throws Exception {
        String xml = JSON.readTree(rest(OFFICER, "/process-definition/key/initial-identification/xml", "sq")
                        .body())
                .path("bpmn20Xml")
                .asText();
        var albanian = Xml.read(new ByteArrayInputStream(xml.getBytes(UTF_8)));
        ModelTexts.replace(albanian, text -> "x");
        var english = SpokenTexts.model("initial-identification");
        ModelTexts.replace(english, text -> "x");
        english.normalizeDocument();
        albanian.normalizeDocument();
        assertThat(albanian.isEqualNode(english)).isTrue();
    }

    @Test
    void aRefusalIsInTheSendersLanguageAndNamesTheFieldFirst() throws Exception {
        String form =
                "{\"variables\": {\"exploitationType\": {\"value\": \"nothing of the kind\"}, \"indicators\": {\"value\": [\"X99\"]}}}";
        String english = refusal(form, null);
        String albanian = refusal(form, "sq-AL");
        assertThat(english).contains("exploitationType: not one of the listed values");
        assertThat(albanian)
                .contains("exploitationType: " + Catalogue.ALBANIAN.say(Words.text("not one of the listed values")))
                .contains("indicators: ")
                .doesNotContain("listed");
        assertThat(refusal("{\"variables\": []}", "sq"))
                .startsWith("variables: ")
                .doesNotContain("expected");
        assertThat(refusal("{\"variables\": []}", "de")).isEqualTo("variables: an object of fields is expected");
    }

    private String refusal(String form, String languages) throws Exception {
        HttpResponse<String> answer = send(request(OFFICER, "/task/{task}/submit-form", languages)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).isEqualTo(400);
        return JSON.readTree(answer.body()).path("message").asText();
    }

    @Test
    void theInstitutionsThatAPersonMayReportForHaveTheirAlbanianNames() throws Exception {
        String both = cases.memberOf("border-police.kukes", "hotline");
        User user = identities.createUserQuery().userId(both).singleResult();
        user.setPassword("demo");
        identities.saveUser(user);
        String form = "/process-definition/key/referral/deployed-start-form";
        assertThat(rest(both, form, "en").body()).contains("Border");
        assertThat(rest(both, form, "sq").body())
                .contains("Policia Kufitare")
                .contains(", Kukës")
                .contains("Linja");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            border-police.kukes | /user/border-police.kukes/profile       | application/json     | Kukës
            border-police.kukes.lead | /user/border-police.kukes.lead/profile | application/json     | Kukës, eprori
            border-police.kukes | /task/{task}                            | application/hal+json | Kukës
            border-police.kukes | /filter/{filter}/list                   | application/hal+json | Kukës
            admin               | /user                                   | application/json     | Kukës
            admin               | /group                                  | application/json     | Kukës, eprori
            admin               | /group/border-police.kukes.lead         | application/json     | Kukës, eprori
            """)
    void groupsAndTheirDemoUsersHaveAlbanianNames(String user, String path, String type, String county)
            throws Exception {
        tasks.setAssignee(task, OFFICER);
        String english =
                send(request(user, path, "en").header("Accept", type).GET()).body();
        HttpResponse<String> albanian =
                send(request(user, path, "sq").header("Accept", type).GET());
        assertThat(english).contains("Border and Migration Police, Kukës").doesNotContain("Policia Kufitare");
        assertThat(albanian.statusCode()).isEqualTo(200);
        assertThat(albanian.body())
                .contains("\"Policia Kufitare dhe e Migracionit, " + county + '"')
                .doesNotContain("Border and Migration Police, Kukës")
                .doesNotContain("supervisor");
    }

    @Test
    void aPersonsNameIsNeverTranslated() throws Exception {
        String drita = cases.memberOf("interpreter-pool");
        User user = identities.createUserQuery().userId(drita).singleResult();
        user.setFirstName("Interpreter Pool");
        user.setLastName("Testi");
        identities.saveUser(user);
        assertThat(rest("admin", "/user/" + drita + "/profile", "sq").body()).contains("\"Interpreter Pool\"");
    }

    private static String english(String unit) {
        return Catalogue.ALBANIAN.units().get(place(unit)).english();
    }

    private static String albanian(String unit) {
        return Catalogue.ALBANIAN.units().get(place(unit)).albanian();
    }

    private static Place place(String unit) {
        return new Place(unit.replaceFirst("/.*", ""), unit.replaceFirst(".*/", ""));
    }

    /** As they stand within a string of JSON. */
    private static String words(String text) throws Exception {
        return JSON.writeValueAsString(text).replaceAll("^\"|\"$", "");
    }

    private HttpResponse<String> rest(String user, String path, String languages) throws Exception {
        return send(request(user, path, languages).GET());
    }

    private HttpRequest.Builder request(String user, String path, String languages) {
        String login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/engine-rest" + filled(path)))
                .header("Authorization", "Basic " + login);
        return languages == null ? request : request.header("Accept-Language", languages);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    private String filled(String path) {
        return path.replace("{task}", task)
                .replace("{filter}", filter)
                .replace("{case}", person.number())
                .replace("{instance}", person.root())
                .replace("{definition}", definition);
    }

    private HttpClient loggedIn() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        URI login = URI.create("http://localhost:" + port + "/login");
        String page = browser.send(HttpRequest.newBuilder(login).build(), BodyHandlers.ofString())
                .body();
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        String form = "username=%s&password=demo&_csrf=%s".formatted(OFFICER, URLEncoder.encode(token.group(1), UTF_8));
        browser.send(
                HttpRequest.newBuilder(login)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        return browser;
    }
}
