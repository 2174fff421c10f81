package al.nrm.referral;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A death is ascertained and confirmed by two institutions before it ends a case (P3-15). */
@ProcessTest
@CoversProcess("death-report")
@TiraneTime("2026-09-14T10:00")
class DeathReportProcessTest {

    private static final String SOCIAL = "state-social-service-regional.tirane";

    @Autowired
    Cases cases;

    @Autowired
    FormService forms;

    @Test
    void aConfirmedDeathEndsEveryStepOfTheCase() {
        Case person = cases.agreed(Map.of("ageGroup", "child", "nationality", "SRB"));
        report(person);
        assertThat(person.due("P3-15")).isEqualTo(tirane("2026-09-16T10:00"));
        person.completeAs("P3-15", SOCIAL, Map.of("deathFindings", "The hospital says so."));
        assertThat(forms.getTaskFormVariables(
                        person.task("P3-15", "ra-secretariat").getId()))
                .containsEntry("deathFindings", "The hospital says so.");
        person.completeAs("P3-15", "ra-secretariat", Map.of());
        assertThat(person.fact("closureReason")).containsExactly("died");
        assertThat(person.running()).containsExactly("child-alert");
    }

    @Test
    void aFalseReportTakesNobodysProtectionAway() {
        Case person = cases.agreed(Map.of());
        var before = person.open();
        report(person);
        person.complete("P3-15", Map.of("hasDied", false));
        assertThat(person.open()).isEqualTo(before);
        assertThat(person.fact("closureReason")).isEmpty();
    }

    @Test
    void aDeathThatTheSecretariatDoesNotConfirmIsAscertainedAgain() {
        Case person = stage();
        person.completeAs("P3-15", SOCIAL, Map.of())
                .completeAs("P3-15", "ra-secretariat", Map.of("deathConfirmed", false, "deathQuestion", "Whose body?"));
        assertThat(person.open()).containsExactly("P3-15 " + SOCIAL);
        assertThat(forms.getTaskFormVariables(person.task("P3-15").getId()))
                .containsEntry("deathQuestion", "Whose body?");
        person.complete("P3-15", Map.of("hasDied", false));
        assertThat(person.end()).isEqualTo("EndEvent_PersonLives");
    }

    @Test
    void nobodyLetsADeathLie() {
        Case person = stage();
        person.miss("P3-15");
        assertThat(person.ladder()).containsExactly("E1 " + SOCIAL + ".lead");
        person.completeAs("P3-15", SOCIAL, Map.of());
        assertThat(person.ladder()).isEmpty();
        person.miss("P3-15");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P3-15");
        assertThat(person.end()).isEqualTo("EndEvent_DeathConfirmed");
    }

    @Test
    void theQuestionEndsWithTheCaseWhereverItStands() {
        Case first = cases.agreed(Map.of());
        report(first);
        withdraw(first);
        assertThat(first.open()).containsExactly("P4-10 " + SOCIAL);
        Case second = cases.agreed(Map.of());
        report(second);
        second.completeAs("P3-15", SOCIAL, Map.of());
        withdraw(second);
        assertThat(second.open()).containsExactly("P4-10 " + SOCIAL);
    }

    private void withdraw(Case person) {
        cases.start(
                "incident",
                "state-police.tirane",
                Map.of("caseNumber", person.number(), "incident", "consentWithdrawn"));
    }

    private void report(Case person) {
        cases.start("incident", "state-police.tirane", Map.of("caseNumber", person.number(), "incident", "died"));
    }

    private Case stage() {
        Map<String, Object> known = new HashMap<>();
        known.put("incidentDescription", "A body was found.");
        return cases.stage("death-report", known);
    }
}
