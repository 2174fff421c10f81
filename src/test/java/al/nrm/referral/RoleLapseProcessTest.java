package al.nrm.referral;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever holds a role of the case and can no longer act is replaced, and the supervisors are told (P3-17, P3-18). */
@ProcessTest
@CoversProcess("role-lapse")
@TiraneTime("2026-09-14T10:00")
class RoleLapseProcessTest {

    private static final String SOCIAL = "state-social-service-regional.tirane";

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Test
    void theTasksOfACaseManagerWhoFellIllGoBackToTheGroupAndTheirDeadlinesGoOn() {
        Case person = cases.agreed(Map.of()).complete("P1-07", Map.of("shelterNeeded", true));
        person.complete("P3-01", Map.of("shelter", "vatra"))
                .complete("P3-02")
                .complete("P3-03")
                .complete("P3-05");
        String claimed = person.task("P3-08").getId();
        cases.as("vatra", () -> {
            tasks.claim(claimed, "vatra");
            return null;
        });
        Instant due = person.due("P3-08");
        itIs("2026-09-15T10:00");
        lapse(person, "vatra", "caseManager", "ill");
        assertThat(person.open()).contains("P3-17 vatra", "P3-18 vatra.lead");
        assertThat(person.task("P3-08").getAssignee()).isNull();
        assertThat(person.due("P3-08")).isEqualTo(due);
        assertThat(person.due("P3-17")).isEqualTo(tirane("2026-09-16T10:00"));
        person.complete("P3-17", Map.of("replacementName", "Teuta Testi", "replacementPhone", "+355 60 000 0004"));
        assertThat(person.fact("caseManagerName")).contains("Teuta Testi");
        assertThat(person.fact("caseManagerPhone")).contains("+355 60 000 0004");
        person.completeAs("P3-08", "vatra-2", Map.of());
    }

    /** Domain 16: no interpreters at the border. */
    @Test
    void anInterpreterWithAConflictOfInterestIsReplacedByThePoolBeforeTheTalkAboutConsent() {
        Case person = cases.report(
                        "border-police.kukes",
                        Map.of(
                                "channel",
                                "border",
                                "county",
                                "kukes",
                                "nationality",
                                "SYR",
                                "interpreterLanguage",
                                "ar"))
                .complete("P1-03", Map.of("interpreterName", "A cousin"))
                .complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "labour"));
        lapse(person, "border-police.kukes", "interpreter", "conflict");
        assertThat(person.open()).contains("P1-03 interpreter-pool", "P3-18 state-social-service-regional.kukes.lead");
        assertThat(person.due("P1-03")).isEqualTo(tirane("2026-09-14T12:00"));
        person.miss("P1-03");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P1-03", Map.of("replacementName", "Nora Testi", "replacementPhone", "+355 60 000 0005"));
        assertThat(forms.getTaskFormVariables(person.task("P1-05").getId()))
                .containsEntry("interpreterName", "Nora Testi")
                .containsEntry("interpreterPhone", "+355 60 000 0005");
    }

    /** Domain 16: children of foreign origin vanish; a child is never without a guardian for longer than a day. */
    @Test
    void aForeignChildWhoseGuardianLeftGetsAnotherWithinADay() {
        Case child = cases.agreed(Map.of("ageGroup", "child", "nationality", "SYR", "unaccompanied", true));
        lapse(child, "state-police.tirane", "guardian", "left");
        assertThat(child.open()).contains("P3-17 child-rights-agency");
        assertThat(child.due("P3-17")).isEqualTo(tirane("2026-09-15T10:00"));
        child.complete("P3-17", Map.of("replacementName", "Gent Testi"));
        assertThat(child.fact("interimGuardian")).contains("Gent Testi");
    }

    @Test
    void whoIsNamedOnceIsShownToThoseWhoComeLaterAndSoIsWhoTakesOver() {
        Case child = cases.report(
                        "state-police.tirane",
                        Map.of(
                                "ageGroup",
                                "child",
                                "nationality",
                                "SYR",
                                "interpreterLanguage",
                                "ar",
                                "unaccompanied",
                                true))
                .complete("P1-03", Map.of("interpreterName", "Nora Testi"))
                .complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "begging"))
                .complete("P1-05")
                .complete("P1-08")
                .complete("P1-09")
                .complete("P2-01")
                .complete("P2-02")
                .complete("P2-03")
                .complete("P2-04", Map.of("interimGuardian", "Gent Testi", "interimGuardianPhone", "+355 60 000 0006"))
                .complete("P1-07", Map.of("shelterNeeded", false))
                .complete("P3-05", Map.of("caseManagerName", "Teuta Testi"));
        assertThat(shown(child, "P2-06"))
                .containsEntry("interpreterName", "Nora Testi")
                .containsEntry("interimGuardian", "Gent Testi")
                .containsEntry("interimGuardianPhone", "+355 60 000 0006");
        assertThat(shown(child, "P3-08")).containsEntry("interpreterName", "Nora Testi");
        child.complete("P3-06").complete("P3-07");
        replaced(child, "interpreter", "Sara Testi");
        replaced(child, "guardian", "Besa Testi");
        assertThat(shown(child, "P2-06"))
                .containsEntry("interpreterName", "Sara Testi")
                .containsEntry("interimGuardian", "Besa Testi")
                .containsEntry("interimGuardianPhone", null);
        assertThat(shown(child, "P3-08")).containsEntry("interpreterName", "Sara Testi");
        child.complete("P3-08");
        assertThat(shown(child, "P3-09")).isNotEmpty();
        var childPlan = child.task("P3-09", "child-protection-unit.tirane");
        assertThat(forms.getTaskFormVariables(childPlan.getId())).containsEntry("caseManagerName", "Teuta Testi");
        replaced(child, "caseManager", "Vjosa Testi");
        assertThat(forms.getTaskFormVariables(childPlan.getId())).containsEntry("caseManagerName", "Vjosa Testi");
    }

    private Map<String, Object> shown(Case person, String step) {
        return forms.getTaskFormVariables(person.task(step).getId());
    }

    private void replaced(Case person, String role, String name) {
        lapse(person, SOCIAL, role, "left");
        person.complete(role.equals("interpreter") ? "P1-03" : "P3-17", Map.of("replacementName", name))
                .complete("P3-18");
    }

    @Test
    void aRoleThatStaysEmptyIsTheSupervisorsConcern() {
        Case person = cases.agreed(Map.of());
        lapse(person, "state-police.tirane", "caseManager", "left");
        person.miss("P3-17");
        assertThat(person.ladder()).containsExactly("E1 " + SOCIAL + ".lead");
    }

    @Test
    void aLapseThatTheSupervisorsLetLieReachesTheSecretariat() {
        Case person = cases.agreed(Map.of());
        lapse(person, "state-police.tirane", "caseManager", "left");
        assertThat(person.due("P3-18")).isEqualTo(tirane("2026-09-16T10:00"));
        person.miss("P3-18");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
    }

    @Test
    void theLapseEndsWhenTheRoleIsFilledAndTheSupervisorsHaveSettledIt() {
        Case person = cases.stage("role-lapse", lapsed("caseManager"));
        person.complete("P3-18").complete("P3-17");
        assertThat(person.running()).isEmpty();
    }

    @Test
    void withTheCaseItsRolesEnd() {
        Case person = cases.agreed(Map.of());
        lapse(person, "state-police.tirane", "caseManager", "left");
        cases.start(
                "incident",
                "state-police.tirane",
                Map.of("caseNumber", person.number(), "incident", "consentWithdrawn"));
        assertThat(person.open()).containsExactly("P4-10 " + SOCIAL);
    }

    private static Map<String, Object> lapsed(String role) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("lapsedRole", role);
        facts.put("lapseReason", "ill");
        facts.put("incidentDescription", "Will not come back.");
        facts.put("roleKeeper", SOCIAL);
        facts.put("supervisor", SOCIAL + ".lead");
        return facts;
    }

    private void lapse(Case person, String user, String role, String why) {
        cases.start(
                "incident",
                user,
                Map.of(
                        "caseNumber",
                        person.number(),
                        "incident",
                        "roleLapsed",
                        "lapsedRole",
                        role,
                        "lapseReason",
                        why));
    }
}
