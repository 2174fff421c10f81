package al.nrm.justice;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.Sight;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One woman and her trial, from the report of a mobile unit to the release of the trafficker: who acts, by when, and what she is told. */
@ProcessTest
@TiraneTime("2026-11-02T10:00")
class TrialOfSixYearsTest {

    @Autowired
    Sight sight;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Cases cases;

    private static final String UNIT = "mobile-unit.tirane";
    private static final String COORDINATOR = "victim-coordinator.tirane";
    private static final String LAWYERS = "legal-aid-directorate";

    @Test
    void fromTheReportToTheReleaseOfTheTrafficker() {
        // A mobile unit finds her; the police are told.
        Case person = cases.report(UNIT, Map.of("channel", "mobileUnit"))
                .complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "sexual"))
                .complete("P1-05", Map.of("fullName", "Ana Testi", "consentFormalIdentification", false))
                .complete("P1-08");
        // The police report the crime a day late; their supervisor hears of it.
        itIs("2026-11-03T10:00");
        person.miss("P6-01");
        assertThat(person.ladder()).containsExactly("E1 state-police-at.tirane.lead");
        person.complete("P6-01", Map.of("offence", "traffickingAdult"));
        assertThat(justiceOf(person))
                .containsExactly(
                        "P6-02 state-police-at.tirane",
                        "P6-03 prosecution.tirane",
                        "P6-04 " + COORDINATOR,
                        "P6-05 " + LAWYERS);
        person.complete(
                        "P6-04",
                        Map.of("cooperation", "undecided", "hearingWish", "female", "noticeContact", "By her aunt."))
                .complete("P6-05", Map.of("lawyerName", "Besa Testi"))
                .complete("P6-02", Map.of("investigationOpened", true))
                .complete("P6-02");
        // She was fined for the border; the fine is dropped.
        person.completeAs("P6-06", "prosecution.tirane", Map.of("chargeResult", "dropped", "linkedToTrafficking", true))
                .completeAs("P6-06", LAWYERS, Map.of("lawyerSeesLink", true));
        // It is organised crime: the special prosecution goes on, and hears her protected.
        itIs("2026-11-09T09:00");
        person.complete("P6-03", Map.of("competentProsecution", "spak", "hearingOn", "2026-12-04"));
        assertThat(justiceOf(person))
                .containsExactly(
                        "P6-07 spak",
                        "P6-08 " + COORDINATOR,
                        "P6-10 spak",
                        "P6-11 state-social-service-regional.tirane");
        assertThat(person.due("P6-07")).isEqualTo(tirane("2026-12-02T00:00"));
        assertThat(runtime.getVariables(person.task("P6-07").getExecutionId()))
                .containsEntry("hearingWish", "female")
                .containsEntry("lawyerName", "Besa Testi");
        person.complete("P6-07").complete("P6-08").complete("P6-10").complete("P6-10");
        person.complete("P6-11", Map.of("claimWanted", true, "harmSuffered", "Two years of unpaid work."));
        // Two holidays of that week-end are made up for on Monday and Tuesday.
        assertThat(person.due("P6-11")).isEqualTo(tirane("2026-11-27T00:00"));
        person.complete("P6-11", Map.of("claimAmount", 900_000));
        // In spring an arrest; she leaves the assistance, and the case is closed. The trial goes on.
        itIs("2027-04-12T10:00");
        report(person, "arrest", "2027-04-11");
        assertThat(person.due("P6-08")).isEqualTo(tirane("2027-04-13T10:00"));
        person.complete("P6-08");
        cases.start("incident", UNIT, Map.of("caseNumber", person.number(), "incident", "consentWithdrawn"));
        person.complete("P4-10", Map.of("closureReason", "withdrew")).complete("P4-10");
        assertThat(person.end()).isEqualTo("EndEvent_CaseClosed");
        assertThat(person.running()).contains("justice", "court-case", "compensation-enforcement");
        // Each half-year she is told where it stands, each quarter the ministry looks after her claim.
        for (int rounds = 0; rounds < 12; rounds++) {
            person.letTimePass();
            String open = justiceOf(person).get(0);
            person.complete(
                    open.substring(0, 5),
                    open.startsWith("P6-12") ? Map.of("enforcement", "pending") : Map.of("concluded", false));
        }
        assertThat(person.waitsUntil()).hasSize(2).allMatch(next -> next.isAfter(tirane("2028-10-01T00:00")));
        // A second hearing, two years on; then the judgment, and the claim is paid.
        itIs("2029-03-05T10:00");
        report(person, "hearing", "2029-03-29");
        assertThat(justiceOf(person)).containsExactly("P6-07 spak", "P6-08 " + COORDINATOR);
        person.complete("P6-07").complete("P6-08");
        itIs("2029-06-11T10:00");
        report(person, "judgment", "2029-06-11");
        person.complete("P6-08");
        assertThat(person.running())
                .contains("justice", "compensation-enforcement")
                .doesNotContain("status-notice");
        person.letTimePass().complete("P6-12", Map.of("enforcement", "paid", "amountPaid", 900_000));
        assertThat(person.running()).doesNotContain("justice");
        // Three years later he is released early. She is warned before.
        itIs("2032-10-04T10:00");
        report(person, "release", "2032-10-06");
        assertThat(person.due("P6-08")).isEqualTo(tirane("2032-10-05T00:00"));
        assertThat(sight.fields(person.task("P6-08").getId()))
                .contains("noticeContact")
                .doesNotContain("fullName");
        assertThat(runtime.getVariables(person.task("P6-08").getExecutionId()))
                .containsEntry("noticeContact", "By her aunt.");
        person.complete("P6-08", Map.of("safetyAgreed", "She stays with friends."));
        assertThat(justiceOf(person)).isEmpty();
    }

    private void report(Case person, String event, String day) {
        cases.start(
                CourtNoticeProcess.KEY,
                "spak",
                Map.of("caseNumber", person.number(), "courtEvent", event, "eventOn", day));
    }

    private static List<String> justiceOf(Case person) {
        return person.open().stream().filter(task -> task.startsWith("P6")).toList();
    }
}
