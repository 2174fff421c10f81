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
import al.nrm.casefile.CaseForm;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The crime is reported, civil society is answered, and all of it runs beside the case (P6-01, P6-02). */
@ProcessTest
@CoversProcess("justice")
@TiraneTime("2026-11-02T10:00")
class JusticeProcessTest {

    @Autowired
    Sight sight;

    @Autowired
    Cases cases;

    private static final Set<String> FAMILY = Set.of(
            "justice",
            "victim-rights",
            "criminal-proceedings",
            "court-case",
            "court-notice",
            "victim-notice",
            "status-notice",
            "appeal",
            "non-punishment",
            "hearing-protection",
            "asset-request",
            "compensation",
            "compensation-enforcement");
    private static final String POLICE = "state-police-at.tirane";
    private static final Map<String, Object> FOUND_BY_A_MOBILE_UNIT =
            Map.of("channel", "mobileUnit", "reportingInstitution", "mobile-unit.tirane");

    @Test
    void theCrimeIsReportedWithinADayOfTheNotification() {
        Case person = cases.agreed(Map.of()).complete("P1-08");
        assertThat(person.open()).contains("P6-01 " + POLICE);
        assertThat(person.due("P6-01")).isEqualTo(tirane("2026-11-03T10:00"));
    }

    @Test
    void thenProsecutionCoordinatorAndLawyerComeBesideEachOther() {
        Case person = justice(Map.of()).complete("P6-01");
        assertThat(person.open())
                .containsExactly(
                        "P6-03 prosecution.tirane", "P6-04 victim-coordinator.tirane", "P6-05 legal-aid-directorate");
    }

    @Test
    void aCrimeThatIsNotReportedReachesTheSupervisorAndThenTheSeat() {
        Case person = justice(Map.of()).miss("P6-01");
        assertThat(person.ladder()).containsExactly("E1 " + POLICE + ".lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E2 ra-seat.state-police-at");
        person.complete("P6-01");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void policeRarelyOpenCasesThatCivilSocietyFoundTheyOweAReasonedAnswerThatTheFinderReads() {
        Case person = justice(FOUND_BY_A_MOBILE_UNIT).complete("P6-01");
        assertThat(person.open()).contains("P6-02 " + POLICE);
        assertThat(person.due("P6-02")).isEqualTo(tirane("2026-11-16T10:00"));
        assertThatThrownBy(() -> person.complete("P6-02", Map.of("investigationOpened", false, "answerReasons", "")))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("answerReasons: ");
        person.miss("P6-02");
        assertThat(person.ladder()).containsExactly("E2 ra-seat.state-police-at");
        person.miss("E2");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P6-02", Map.of("investigationOpened", false, "answerReasons", "No witness."));
        assertThat(person.open()).contains("P6-02 mobile-unit.tirane").doesNotContain("E4 ra-chair");
        person.miss("P6-02");
        assertThat(person.ladder()).containsExactly("E1 mobile-unit.tirane.lead");
        person.complete("P6-02", Map.of("answerConvinces", false, "answerObjection", "She can name the house."));
        assertThat(person.ladder()).isEmpty();
        assertThat(person.fact("answerObjection")).containsExactly("She can name the house.");
    }

    @Test
    void plainAnswersLeadToTheEnd() {
        for (Map<String, Object> facts : List.of(Map.<String, Object>of(), FOUND_BY_A_MOBILE_UNIT)) {
            Case person = justice(facts);
            finish(person);
            assertThat(person.end()).isEqualTo("EndEvent_JusticeDone");
            assertThat(person.running()).isEmpty();
        }
    }

    @Test
    void ofAnAdultWhoSharesNothingThePoliceLearnTheRiskAndNotTheName() {
        Case person = notified(Map.of("consentDataSharing", false), Map.of());
        assertThat(sight.fields(person.task("P6-01").getId()))
                .contains("crimeReportNumber", "offence", "exploitationType", "indicators")
                .doesNotContain("fullName", "dateOfBirth");
        person.complete("P6-01");
        assertThat(sight.fields(person.task("P6-03").getId())).doesNotContain("fullName", "dateOfBirth");
        assertThat(sight.fields(person.task("P6-04").getId()))
                .contains("noticeContact", "caseManager")
                .doesNotContain("fullName", "safeContactPhone");
    }

    @Test
    void aChildsIdentityIsKnownWhateverConsentWasGiven() {
        Case child = notified(Map.of("consentDataSharing", false), Map.of("ageGroup", "child"));
        assertThat(sight.fields(child.task("P6-01").getId())).contains("fullName", "dateOfBirth");
    }

    @Test
    void afterAWithdrawalTheNameIsGoneAndTheStepsGoOn() {
        Case person = notified(Map.of(), Map.of()).complete("P6-01");
        List<String> before = justiceOf(person);
        assertThat(sight.fields(person.task("P6-05").getId())).contains("fullName");
        withdraw(person);
        assertThat(justiceOf(person)).isEqualTo(before).hasSize(3);
        assertThat(sight.fields(person.task("P6-05").getId()))
                .contains("lawyerName")
                .doesNotContain("fullName");
        person.complete("P6-05").complete("P6-04").complete("P6-03");
        assertThat(justiceOf(person)).contains("P6-06 prosecution.tirane", "P6-08 victim-coordinator.tirane");
    }

    @Test
    void theProceedingsNeverKeepACaseOpenAndAClosedCaseIsNotErasedWhileTheyRun() {
        Case person = notified(Map.of(), Map.of());
        withdraw(person);
        person.complete("P4-10", Map.of("closureReason", "withdrew")).complete("P4-10");
        assertThat(person.end()).isEqualTo("EndEvent_CaseClosed");
        assertThat(person.running()).contains("justice");
        itIs("2060-01-05T10:00");
        assertThatThrownBy(() -> erase(person)).isInstanceOf(FormRefused.class).hasMessageStartingWith("caseNumber: ");
        finish(person);
        itIs("2090-01-02T10:00");
        erase(person);
        assertThat(person.open()).containsExactly("P10-05 ra-secretariat");
    }

    @Test
    void assistanceNeverDependsOnCooperation() {
        Case helps = notified(Map.of(), Map.of()).complete("P6-01").complete("P6-04", Map.of("cooperation", "yes"));
        helps.complete("P6-03", Map.of("proceedings", "opened"));
        Case refuses = notified(Map.of(), Map.of()).complete("P6-01").complete("P6-04", Map.of("cooperation", "no"));
        refuses.complete("P6-03", Map.of("proceedings", "notInitiated"))
                .complete("P6-09", Map.of("appealLodged", false));
        Case silent = notified(Map.of(), Map.of());
        for (String step : List.of("P1-07", "P3-05", "P3-06", "P3-07", "P3-08", "P3-09")) {
            assertThat(assistanceOf(refuses)).isEqualTo(assistanceOf(helps)).isNotEmpty();
            assertThat(assistanceOf(silent)).isEqualTo(assistanceOf(helps));
            Map<String, Object> answer = step.equals("P1-07") ? Map.of("shelterNeeded", false) : Map.of();
            List.of(helps, refuses, silent).forEach(person -> person.complete(step, answer));
        }
        assertThat(assistanceOf(refuses)).isEqualTo(assistanceOf(helps)).isNotEmpty();
        assertThat(assistanceOf(silent)).isEqualTo(assistanceOf(helps));
    }

    @Test
    void noStepOutsideTheProceedingsWaitsForThemOrAsksWhatTheyFindOut() throws IOException {
        Set<String> findings = findings();
        assertThat(findings).contains("cooperation", "proceedings", "claimWanted");
        for (Path file : files("processes", ".bpmn")) {
            String process = file.getFileName().toString().replace(".bpmn", "");
            if (!FAMILY.contains(process)) {
                BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
                assertThat(model.getModelElementsByType(CallActivity.class))
                        .as(process)
                        .extracting(CallActivity::getCalledElement)
                        .doesNotContainAnyElementsOf(FAMILY);
                assertThat(model.getModelElementsByType(Message.class))
                        .as(process)
                        .extracting(Message::getName)
                        .doesNotContain("criminal-proceedings.concluded");
                assertThat(model.getModelElementsByType(ConditionExpression.class).stream()
                                .flatMap(condition -> Stream.of(condition
                                        .getTextContent()
                                        .replaceAll("'[^']*'", "")
                                        .split("\\W+"))))
                        .as(process)
                        .doesNotContainAnyElementsOf(findings);
            }
        }
    }

    /** What the forms of the proceedings ask for. */
    private static Set<String> findings() throws IOException {
        Set<String> findings = new HashSet<>();
        for (Path form : files("forms", ".form")) {
            String name = form.getFileName().toString();
            if (FAMILY.stream().anyMatch(process -> name.startsWith(process + "-"))) {
                findings.addAll(CaseForm.parse(Files.newInputStream(form)).inputKeys());
            }
        }
        // A case's number is asked by every report.
        findings.remove("caseNumber");
        return findings;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** Everyone answers plainly and time passes, until nothing of the proceedings runs. */
    private static void finish(Case person) {
        for (int actions = 0; actions < 60 && !person.running().isEmpty(); actions++) {
            List<String> open = person.open();
            if (open.isEmpty()) {
                person.letTimePass();
            } else {
                person.complete(open.get(0).split(" ")[0]);
            }
        }
    }

    private Case justice(Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(Map.of("competentProsecution", "prosecution"));
        all.putAll(facts);
        return cases.stage("justice", all);
    }

    private void withdraw(Case person) {
        cases.start(
                "incident",
                "state-police.tirane",
                Map.of("caseNumber", person.number(), "incident", "consentWithdrawn"));
    }

    private void erase(Case person) {
        cases.start("case-erasure", "dpo", Map.of("caseNumber", person.number()));
    }

    /** Someone found by a patrol in Tirana, of whom the police know (P1-08); the answers say what is different. */
    private Case notified(Map<String, Object> consent, Map<String, Object> facts) {
        Map<String, Object> answers = new HashMap<>(Map.of("consentFormalIdentification", false));
        answers.putAll(consent);
        return cases.report("state-police.tirane", facts)
                .complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "sexual"))
                .complete("P1-05", answers)
                .complete("P1-08");
    }

    private static List<String> justiceOf(Case person) {
        return person.open().stream().filter(task -> task.startsWith("P6")).toList();
    }

    private static List<String> assistanceOf(Case person) {
        return person.open().stream().filter(task -> task.matches("P[1-5]-.*")).toList();
    }
}
