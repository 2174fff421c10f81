package al.nrm.justice;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Sight;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens in the proceedings is reported as it happens, told to the victim and acted upon (P6-06 to P6-10). */
@ProcessTest
@CoversProcess("court-notice")
@TiraneTime("2026-11-02T10:00")
class CourtNoticeProcessTest {

    @Autowired
    Sight sight;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Cases cases;

    private static final String PROSECUTION = "prosecution.tirane";
    private static final String COORDINATOR = "victim-coordinator.tirane";
    private static final String LAWYERS = "legal-aid-directorate";

    @Test
    void beforeEveryHearingTheProtectionIsArrangedAnew() {
        Case person = proceedings();
        Case notice = report(person, COORDINATOR, "hearing", "2026-12-18");
        assertThat(justiceOf(person)).containsExactly("P6-07 " + PROSECUTION, "P6-08 " + COORDINATOR);
        assertThat(person.due("P6-07")).isEqualTo(tirane("2026-12-16T00:00"));
        person.complete("P6-07");
        assertThat(notice.end()).isNull();
        person.complete("P6-08");
        assertThat(notice.end()).isEqualTo("EndEvent_StepHandled");
    }

    @Test
    void victimsChargedAtEveryChargeProsecutionAndLawyerLookWhetherItIsLinkedToTheTrafficking() {
        Case person = proceedings();
        Case notice = report(person, LAWYERS, "charge", "2026-11-01");
        assertThat(justiceOf(person))
                .containsExactly("P6-06 " + LAWYERS, "P6-06 " + PROSECUTION, "P6-08 " + COORDINATOR);
        person.complete("P6-06").complete("P6-06").complete("P6-08");
        assertThat(notice.end()).isEqualTo("EndEvent_StepHandled");
    }

    @Test
    void anArrestIsTold() {
        Case person = proceedings();
        Case notice = report(person, "state-police-at.tirane", "arrest", "2026-11-02");
        assertThat(justiceOf(person)).containsExactly("P6-08 " + COORDINATOR);
        assertThat(person.due("P6-08")).isEqualTo(tirane("2026-11-03T10:00"));
        person.complete("P6-08");
        assertThat(notice.end()).isEqualTo("EndEvent_StepHandled");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-11-02T10:15",
        "2026-11-04, 2026-11-03T00:00",
        "2026-11-05, 2026-11-03T10:00",
        "2027-03-01, 2026-11-03T10:00"
    })
    void aReleaseIsToldWithinADayAndADayBeforeItHappensWhicheverIsEarlier(String day, String due) {
        Case person = proceedings();
        report(person, PROSECUTION, "release", day);
        assertThat(justiceOf(person)).containsExactly("P6-08 " + COORDINATOR);
        assertThat(person.due("P6-08")).isEqualTo(tirane(due));
    }

    @Test
    void afterASeizureTheProsecutionAsksForTheAssets() {
        Case person = proceedings();
        Case notice = report(person, PROSECUTION, "seizure", "2026-11-01");
        assertThat(justiceOf(person)).containsExactly("P6-08 " + COORDINATOR, "P6-10 " + PROSECUTION);
        person.complete("P6-08").complete("P6-10").complete("P6-10");
        assertThat(notice.end()).isEqualTo("EndEvent_StepHandled");
    }

    @Test
    void aDismissalThatStandsConcludesTheProceedings() {
        Case person = proceedings();
        assertThat(person.running()).contains("court-case");
        Case notice = dismissed(person);
        assertThat(justiceOf(person)).containsExactly("P6-08 " + COORDINATOR, "P6-09 " + LAWYERS);
        assertThat(person.due("P6-09")).isEqualTo(tirane("2026-11-09T00:00"));
        person.complete("P6-09", Map.of("appealLodged", false)).complete("P6-08");
        assertThat(notice.end()).isEqualTo("EndEvent_StepHandled");
        assertThat(person.running()).doesNotContain("court-case", "justice");
    }

    @Test
    void aDismissalThatTheCourtOverturnsDoesNot() {
        Case person = proceedings();
        Case notice = dismissed(person);
        person.complete("P6-08").complete("P6-09").complete("P6-09", Map.of("ruling", "overturned"));
        assertThat(notice.end()).isEqualTo("EndEvent_StepHandled");
        assertThat(person.running()).contains("court-case", "justice");
    }

    @Test
    void aFinalJudgmentConcludesThem() {
        Case person = proceedings();
        Case notice = report(person, PROSECUTION, "judgment", "2026-11-02");
        assertThat(justiceOf(person)).containsExactly("P6-08 " + COORDINATOR);
        assertThat(person.running()).doesNotContain("court-case", "justice");
        person.complete("P6-08");
        assertThat(notice.end()).isEqualTo("EndEvent_StepHandled");
    }

    @Test
    void aReleaseIsToldAlsoYearsAfterTheJudgmentInTheWayThatWasAgreed() {
        Case person = proceedings();
        report(person, PROSECUTION, "judgment", "2026-11-02");
        person.complete("P6-08");
        itIs("2033-05-04T10:00");
        report(person, PROSECUTION, "release", "2033-05-06");
        Task warning = person.task("P6-08");
        assertThat(person.due(warning)).isEqualTo(tirane("2033-05-05T00:00"));
        assertThat(sight.fields(warning.getId())).contains("noticeContact");
        assertThat(runtime.getVariables(warning.getExecutionId()))
                .containsEntry("noticeContact", "Through the shelter.")
                .containsEntry("lawyerName", "Besa Testi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prosecution.vlore", "victim-coordinator.kukes", "spak"})
    void whoDoesNotWorkOnThemLearnsNotEvenThatTheyAreThere(String user) {
        Case person = proceedings();
        String refusal = refusal(user, person.number());
        assertThat(refusal).startsWith("caseNumber: ").isEqualTo(refusal(user, "NRM-2026-999999"));
        assertThat(refusal).isEqualTo(refusal(user, "elsewhere"));
        assertThat(justiceOf(person)).isEmpty();
    }

    @Test
    void theSpecialProsecutionReportsWhatIsItsOwn() {
        Case person = reported().complete("P6-03", Map.of("competentProsecution", "spak"));
        report(person, "spak", "arrest", "2026-11-02");
        assertThat(refusal(PROSECUTION, person.number())).startsWith("caseNumber: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vatra", "state-social-service-regional.tirane", "ra-secretariat"})
    void nobodyElseReports(String user) {
        Case person = proceedings();
        assertThatThrownBy(() -> report(person, user, "arrest", "2026-11-02"))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void whatProsecutionAndCoordinatorBothReportIsToldOnce() {
        Case person = proceedings();
        report(person, PROSECUTION, "hearing", "2026-12-18");
        assertThatThrownBy(() -> report(person, COORDINATOR, "hearing", "2026-12-18"))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("courtEvent: ");
        report(person, COORDINATOR, "hearing", "2026-12-22");
        assertThat(justiceOf(person))
                .filteredOn(("P6-07 " + PROSECUTION)::equals)
                .hasSize(2);
    }

    @Test
    void aDismissalNamesTheLastDayToAppeal() {
        Case person = proceedings();
        Map<String, Object> withoutTheDay =
                Map.of("caseNumber", person.number(), "courtEvent", "dismissed", "appealUntil", "");
        assertThatThrownBy(() -> cases.start(CourtNoticeProcess.KEY, PROSECUTION, withoutTheDay))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("appealUntil: ");
    }

    private Case dismissed(Case person) {
        return cases.start(
                CourtNoticeProcess.KEY,
                PROSECUTION,
                Map.of("caseNumber", person.number(), "courtEvent", "dismissed", "appealUntil", "2026-11-12"));
    }

    private Case report(Case person, String user, String event, String day) {
        return cases.start(
                CourtNoticeProcess.KEY,
                user,
                Map.of("caseNumber", person.number(), "courtEvent", event, "eventOn", day));
    }

    private String refusal(String user, String number) {
        try {
            cases.start(CourtNoticeProcess.KEY, user, Map.of("caseNumber", number, "courtEvent", "arrest"));
        } catch (FormRefused refused) {
            return refused.getMessage();
        }
        throw new AssertionError(user + " reported");
    }

    private Case reported() {
        return cases.agreed(Map.of()).complete("P1-08").complete("P6-01");
    }

    /** Proceedings run, and everything that opened with them has been done. */
    private Case proceedings() {
        Case person = reported()
                .complete("P6-04", Map.of("noticeContact", "Through the shelter."))
                .complete("P6-05", Map.of("lawyerName", "Besa Testi"))
                .complete("P6-06")
                .complete("P6-06")
                .complete("P6-03")
                .complete("P6-07")
                .complete("P6-08")
                .complete("P6-10", Map.of("assetsRequested", false))
                .complete("P6-11", Map.of("claimWanted", false));
        assertThat(justiceOf(person)).isEmpty();
        return person;
    }

    private static List<String> justiceOf(Case person) {
        return person.open().stream().filter(task -> task.startsWith("P6")).toList();
    }
}
