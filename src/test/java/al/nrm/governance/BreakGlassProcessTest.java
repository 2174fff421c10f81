package al.nrm.governance;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.CaseForm;
import al.nrm.casefile.FormRefused;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where a life is in danger, a supervisor sees for four hours what helps to save it, and answers for it afterwards. */
@ProcessTest
@CoversProcess("break-glass")
@TiraneTime("2026-09-14T10:00")
class BreakGlassProcessTest {

    /** Has nothing to do with any case of Tirana. */
    private static final String LEAD = "health-services.berat.lead";

    private static final String REASON = "A caller says that she is being followed; nobody at her shelter answers.";

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    FormService forms;

    @LocalServerPort
    int port;

    @Test
    void aSupervisorWhoHasNothingToDoWithTheCaseSeesWhatSavesALifeForFourHours() {
        Case person = agreed(Map.of());
        Case glass = open(LEAD, person);
        assertThat(glass.number()).isEqualTo(person.number());
        assertThat(person.open()).contains("P10-03 " + LEAD, "P10-04 dpo");
        assertThat(person.due("P10-03")).isEqualTo(tirane("2026-09-14T14:00"));
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-09-14T14:00"));
        assertThat(shown(person.task("P10-03")))
                .containsEntry("fullName", "Mira Testi")
                .containsEntry("dateOfBirth", "1999-05-04")
                .containsEntry("safeContactPhone", "+355 60 000 0001")
                .containsEntry("narrative", "Met during a patrol.")
                .containsEntry("county", "tirane")
                .containsEntry("shelter", null);
    }

    @Test
    void aCaseThatAnOnlineReportHasLedToAReferralIsKnownWholly() {
        Case person = cases.start("online-report", "isigurt", Map.of("immediateDanger", false));
        person.complete("P12-01", Map.of("immediateDanger", false, "childIdentified", false, "county", "fier"))
                .complete("P12-04", Map.of("traffickingSuspected", true));
        open(LEAD, person);
        assertThat(shown(person.task("P10-03")))
                .containsEntry("county", "fier")
                .containsEntry("caseManager", "state-social-service-regional.fier");
    }

    @Test
    void afterFourHoursTheSightEndsForGoodAndTheReviewStays() {
        Case person = agreed(Map.of());
        Case glass = open(LEAD, person);
        assertThat(held(glass)).contains("fullName", "narrative", "safeContactPhone");
        itIs("2026-09-14T14:00");
        person.letTimePass();
        assertThat(person.open()).contains("P10-04 dpo").doesNotContain("P10-03 " + LEAD);
        assertThat(person.waits()).isEmpty();
        assertThat(held(glass)).doesNotContainAnyElementsOf(GatherVitalFacts.VITAL);
        assertThat(person.task("P10-04").getDueDate()).isEqualTo(tirane("2026-09-17T10:00"));
    }

    @Test
    void theSupervisorGivesTheSightBackByTellingWhatWasDone() {
        Case person = agreed(Map.of());
        Case glass = open(LEAD, person);
        person.complete("P10-03", Map.of("actionTaken", "The police are with her."));
        assertThat(person.open()).contains("P10-04 dpo").doesNotContain("P10-03 " + LEAD);
        assertThat(person.waits()).isEmpty();
        assertThat(held(glass)).doesNotContainAnyElementsOf(GatherVitalFacts.VITAL);
        assertThat(shown(person.task("P10-04"))).containsEntry("actionTaken", "The police are with her.");
    }

    @Test
    void theDataProtectionOfficerLearnsWhoWhenAndWhyAndNothingOfThePerson() {
        Case person = agreed(Map.of());
        Case glass = open(LEAD, person);
        Task review = person.task("P10-04");
        assertThat(CaseForm.parse(forms.getDeployedTaskForm(review.getId())).keys())
                .containsExactly(
                        "caseNumber",
                        "openedAt",
                        "supervisor",
                        "openedBy",
                        "reason",
                        "actionTaken",
                        "justified",
                        "finding");
        assertThat(shown(review))
                .containsEntry("caseNumber", person.number())
                .containsEntry("openedAt", "2026-09-14 10:00")
                .containsEntry("supervisor", LEAD)
                .containsEntry("openedBy", LEAD)
                .containsEntry("reason", REASON)
                .doesNotContainKeys(GatherVitalFacts.VITAL.toArray(String[]::new));
        person.complete("P10-03");
        itIs("2026-09-15T09:00");
        person.complete("P10-04", Map.of("justified", false, "finding", "The shelter was awake."));
        assertThat(glass.end()).isEqualTo("EndEvent_AccessReviewed");
    }

    @Test
    void aMissedReviewReachesTheChairAlone() {
        Case person = agreed(Map.of());
        open(LEAD, person);
        assertThat(person.due("P10-04")).isEqualTo(tirane("2026-09-17T10:00"));
        person.miss("P10-04");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.miss("E4");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P10-04");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void anAccountThatIsOwedEndsTogetherWithTheSight() {
        Case person = agreed(Map.of());
        open(LEAD, person);
        person.miss("P10-03");
        assertThat(person.open()).contains("P10-03 " + LEAD, "E4 ra-chair");
        person.letTimePass();
        assertThat(person.open()).doesNotContain("P10-03 " + LEAD, "E4 ra-chair");
    }

    @Test
    void theFormShowsWhatIsGatheredAndAsksForOneAnswer() {
        Case person = agreed(Map.of());
        open(LEAD, person);
        CaseForm form =
                CaseForm.parse(forms.getDeployedTaskForm(person.task("P10-03").getId()));
        assertThat(form.inputKeys()).containsExactly("actionTaken");
        assertThat(form.keys())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                GatherVitalFacts.VITAL.stream(),
                                Stream.of(
                                        "caseNumber",
                                        "county",
                                        "ageGroup",
                                        "sex",
                                        "interpreterLanguage",
                                        "caseManager",
                                        "shelter",
                                        "actionTaken"))
                        .toList());
    }

    @Test
    void whatAStageKnewThatHasEndedIsSeenTooAndOfTwoAccountsTheNewer() {
        Case person = agreed(Map.of())
                .complete("P1-07", Map.of("shelterNeeded", false, "highSecurity", true))
                .complete("P3-05", Map.of("caseManagerName", "Besa Testi"));
        cases.start("incident", "state-social-service-regional.tirane", incident(person, "missing", "Left at noon."));
        person.complete("P3-13", Map.of("missingDescription", "A red coat."));
        open(LEAD, person);
        assertThat(shown(person.task("P10-03")))
                .containsEntry("highSecurity", true)
                .containsEntry("caseManagerName", "Besa Testi")
                .containsEntry("incidentDescription", "Left at noon.")
                .containsEntry("missingDescription", "A red coat.");
        cases.start("incident", "state-social-service-regional.tirane", incident(person, "missing", "Left again."));
        open("vatra.lead", person);
        assertThat(shown(person.task("P10-03", "vatra.lead"))).containsEntry("incidentDescription", "Left again.");
    }

    @Test
    void aShelterIsShownOnceItHasAcceptedThePerson() {
        Case person = agreed(Map.of())
                .complete("P1-07", Map.of("shelterNeeded", true))
                .complete("P3-01", Map.of("shelter", "vatra"));
        open(LEAD, person);
        assertThat(shown(person.task("P10-03"))).containsEntry("shelter", null);
        person.complete("P3-02", Map.of("shelterAccepts", true, "shelterContact", "Drita Testi"));
        open("hotline.lead", person);
        assertThat(shown(person.task("P10-03", "hotline.lead")))
                .containsEntry("shelter", "vatra")
                .containsEntry("shelterContact", "Drita Testi");
    }

    @Test
    void theSameSupervisorOpensACaseOnceAtATime() {
        Case person = agreed(Map.of());
        open(LEAD, person);
        refused(person, LEAD);
        open("vatra.lead", person);
        person.letTimePass().letTimePass();
        assertThat(person.open()).doesNotContain("P10-03 " + LEAD);
        open(LEAD, person);
        assertThat(person.open()).filteredOn("P10-04 dpo"::equals).hasSize(3);
    }

    @Test
    void twoOfTheSameSupervisorsInTheSameMomentOpenItOnce() throws InterruptedException {
        Case person = agreed(Map.of());
        ExecutorService supervisors = Executors.newFixedThreadPool(4);
        CyclicBarrier sameMoment = new CyclicBarrier(4);
        Callable<Case> supervisor = () -> {
            sameMoment.await();
            return open(LEAD, person);
        };
        try {
            supervisors.invokeAll(Collections.nCopies(4, supervisor));
        } finally {
            supervisors.shutdownNow();
        }
        assertThat(person.open()).filteredOn(open -> open.startsWith("P10-03")).hasSize(1);
    }

    @Test
    void aCaseThatDoesNotExistAndOneThatIsClosedAreRefusedAlike() {
        Case closed = cases.report("state-police.tirane", Map.of())
                .complete("P1-04", Map.of("indicators", List.of()))
                .complete("P1-11");
        assertThat(closed.end()).isEqualTo("EndEvent_NoIndicators");
        String unknown = refusal(LEAD, "NRM-2026-999999");
        assertThat(unknown).startsWith("caseNumber: ").doesNotContain("999999");
        assertThat(refusal(LEAD, closed.number())).isEqualTo(unknown);
        assertThat(refusal(LEAD, "elsewhere")).isEqualTo(unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"health-services.berat", "ra-secretariat", "ra-chair", "dpo", "ra-seat.health-ministry"})
    void nobodyButASupervisorOpensACase(String user) {
        Case person = agreed(Map.of());
        var before = person.open();
        assertThatThrownBy(() -> open(user, person)).isInstanceOf(AuthorizationException.class);
        assertThat(person.open()).isEqualTo(before);
    }

    @Test
    void aReasonIsGiven() {
        Case person = agreed(Map.of());
        assertThatThrownBy(
                        () -> cases.start("break-glass", LEAD, Map.of("caseNumber", person.number(), "reason", "  ")))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("reason: ");
    }

    @Test
    void whoSupervisesSeveralInstitutionsSaysForWhichHeActs() {
        String both = cases.memberOf(LEAD, "vatra.lead", "vatra");
        Case person = agreed(Map.of());
        assertThatThrownBy(() -> open(both, person))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("supervisor: ");
        var request = Map.<String, Object>of("caseNumber", person.number(), "reason", REASON, "supervisor", "vatra");
        assertThatThrownBy(() -> cases.start("break-glass", both, request))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("supervisor: ");
        cases.start(
                "break-glass",
                both,
                Map.of("caseNumber", person.number(), "reason", REASON, "supervisor", "vatra.lead"));
        assertThat(person.open()).contains("P10-03 vatra.lead");
        assertThat(shown(person.task("P10-04")))
                .containsEntry("openedBy", both)
                .containsEntry("supervisor", "vatra.lead");
    }

    @Test
    void aConsentThatIsWithdrawnDoesNotTakeTheSightFromWhoeverSavesALife() {
        Case person = agreed(Map.of());
        open(LEAD, person);
        cases.start("incident", "state-police.tirane", incident(person, "consentWithdrawn", "She said so."));
        assertThat(person.open())
                .containsExactly("P10-03 " + LEAD, "P10-04 dpo", "P4-10 state-social-service-regional.tirane");
    }

    @Test
    void whatIsSeenOverHttpOutlivesTheConsentAndNotTheFourHours() throws Exception {
        Case person = agreed(Map.of());
        open(LEAD, person);
        String sight = "/task/" + person.task("P10-03").getId() + "/form-variables";
        String review = "/task/" + person.task("P10-04").getId() + "/form-variables";
        cases.start("incident", "state-police.tirane", incident(person, "consentWithdrawn", "She said so."));
        assertThat(get(LEAD, sight).body()).contains("Mira Testi", "+355 60 000 0001");
        assertThat(get("health-services.berat", sight).statusCode()).isEqualTo(404);
        assertThat(get("dpo", sight).statusCode()).isEqualTo(404);
        assertThat(get("dpo", review).body()).contains(LEAD, "2026-09-14 10:00").doesNotContain("Mira", "+355");
        person.letTimePass();
        assertThat(get(LEAD, sight).statusCode()).isEqualTo(404);
        assertThat(get("dpo", review).statusCode()).isEqualTo(200);
    }

    @Test
    void theSupervisorCallsThePoliceFromWhatIsSeen() {
        Case person = agreed(Map.of());
        open(LEAD, person);
        cases.start("incident", LEAD, incident(person, "immediateDanger", "He waits at her door."));
        assertThat(person.open()).contains("P1-02 state-police.tirane");
    }

    /** Someone found by a patrol in Tirana who agreed to everything: P1-07 and P1-08 are open. */
    private Case agreed(Map<String, Object> facts) {
        return cases.report("state-police.tirane", facts)
                .complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "sexual"))
                .complete(
                        "P1-05",
                        Map.of(
                                "fullName",
                                "Mira Testi",
                                "dateOfBirth",
                                "1999-05-04",
                                "safeContactPhone",
                                "+355 60 000 0001"));
    }

    private Case open(String user, Case person) {
        return cases.start("break-glass", user, Map.of("caseNumber", person.number(), "reason", REASON));
    }

    private void refused(Case person, String user) {
        var before = person.open();
        assertThat(refusal(user, person.number())).startsWith("caseNumber: ");
        assertThat(person.open()).isEqualTo(before);
    }

    private String refusal(String user, String caseNumber) {
        try {
            cases.start("break-glass", user, Map.of("caseNumber", caseNumber, "reason", REASON));
        } catch (FormRefused refused) {
            return refused.getMessage();
        }
        throw new AssertionError(user + " opened a case");
    }

    private HttpResponse<String> get(String user, String path) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest" + path))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        BodyHandlers.ofString());
    }

    private static Map<String, Object> incident(Case person, String incident, String description) {
        return Map.of("caseNumber", person.number(), "incident", incident, "incidentDescription", description);
    }

    /** All that can be seen from a task; the form narrows it further. */
    private Map<String, Object> shown(Task task) {
        return forms.getTaskFormVariables(task.getId());
    }

    /** The names of all that the process holds now, in any of its scopes. */
    private List<String> held(Case glass) {
        return runtime.createVariableInstanceQuery().processInstanceIdIn(glass.root()).list().stream()
                .map(VariableInstance::getName)
                .toList();
    }
}
