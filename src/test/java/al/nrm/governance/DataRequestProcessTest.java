package al.nrm.governance;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever a case is about sees what is held, has it corrected and takes the consent back, and is answered within thirty days. */
@ProcessTest
@CoversProcess("data-request")
@TiraneTime("2026-09-14T10:00")
class DataRequestProcessTest {

    private static final String CASE_MANAGER = "state-social-service-regional.tirane";

    @Autowired
    Cases cases;

    @Test
    void thePersonIsGivenWhatIsHeldByTheCaseManagerAndAnsweredByTheDataProtectionOfficer() {
        Case person = agreed(Map.of());
        Case request = ask("dpo", person, Map.of("requestKind", "access", "requestText", "What do you know of me?"));
        assertThat(request.number()).isEqualTo(person.number());
        assertThat(person.open()).contains("P10-02 " + CASE_MANAGER).doesNotContain("P10-02 dpo");
        assertThat(person.due("P10-02")).isEqualTo(tirane("2026-09-28T10:00"));
        person.complete("P10-02", Map.of("recordsHandedOver", "All but the statement of a witness."));
        assertThat(person.open()).contains("P10-02 dpo").doesNotContain("P10-02 " + CASE_MANAGER);
        assertThat(request.fact("recordsHandedOver")).containsExactly("All but the statement of a witness.");
        person.complete("P10-02");
        assertThat(request.end()).isEqualTo("EndEvent_RequestAnswered");
        assertThat(person.end()).isNull();
    }

    @Test
    void theThirtyDaysCountFromTheReceiptAndNotFromTheInstitutionsAnswer() {
        Case person = agreed(Map.of());
        ask("dpo", person, Map.of("receivedOn", "2026-09-10"));
        itIs("2026-09-25T15:00");
        person.complete("P10-02");
        assertThat(person.due("P10-02")).isEqualTo(tirane("2026-10-10T00:00"));
    }

    @Test
    void recordsThatAreLateReachTheSupervisorAndThenTheSecretariat() {
        Case person = agreed(Map.of());
        ask("dpo", person, Map.of());
        person.miss("P10-02");
        assertThat(person.ladder()).containsExactly("E1 " + CASE_MANAGER + ".lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P10-02");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aCorrectionThatIsLateReachesTheSupervisor() {
        Case person = agreed(Map.of());
        ask("dpo", person, Map.of("requestKind", "correction"));
        person.miss("P10-02");
        assertThat(person.ladder()).containsExactly("E1 " + CASE_MANAGER + ".lead");
    }

    @Test
    void aLateAnswerReachesTheChair() {
        Case person = agreed(Map.of());
        ask("dpo", person, Map.of());
        person.complete("P10-02").miss("P10-02");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
    }

    @Test
    void whatIsCorrectedHoldsInEveryStageThatRunsAndTheHistoryKeepsWhatWasSaid() {
        Case person = agreed(Map.of());
        Case request = ask("dpo", person, Map.of("requestKind", "correction"));
        person.complete(
                "P10-02",
                Map.of(
                        "fullName",
                        "Anila Testi",
                        "dateOfBirth",
                        "1999-05-04",
                        "correctionNote",
                        "The name was misheard."));
        assertThat(person.instances().filter(stage -> !stage.getId().equals(request.root())))
                .isNotEmpty()
                .allSatisfy(stage ->
                        assertThat(person.runningFact(stage, "fullName")).isIn("Anila Testi", null));
        assertThat(person.fact("fullName")).contains("Anila Testi");
        person.complete("P10-02");
        assertThat(request.end()).isEqualTo("EndEvent_RequestAnswered");
    }

    @Test
    void aWithdrawalWorksAtOnceBeforeAnybodyAnswers() {
        Case person = agreed(Map.of());
        ask(CASE_MANAGER, person.complete("P1-07").complete("P1-08"), Map.of("requestKind", "withdrawal"));
        assertThat(person.open())
                .containsExactlyInAnyOrder("P10-02 dpo", "P4-10 " + CASE_MANAGER, "P6-01 state-police-at.tirane");
        person.complete("P10-02");
        assertThat(person.fact("consentDataSharing")).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access", "correction", "withdrawal"})
    void aClosedCaseIsAnsweredForAsWell(String kind) {
        Case person = cases.report("state-police.tirane", Map.of()).complete("P1-04", Map.of("indicators", List.of()));
        person.complete("P1-11");
        assertThat(person.end()).isEqualTo("EndEvent_NoIndicators");
        Case request = ask("ra-secretariat", person, Map.of("requestKind", kind));
        while (request.end() == null) {
            person.complete("P10-02");
        }
        assertThat(person.fact("requestOutcome")).containsExactly("granted");
    }

    @Test
    void whoDoesNotWorkOnTheCaseLearnsNotEvenThatThereIsOne() {
        Case person = agreed(Map.of());
        String refusal = refusal("vatra", person.number());
        assertThat(refusal).startsWith("caseNumber").isEqualTo(refusal("vatra", "NRM-2026-999999"));
        assertThat(ask("child-protection-unit.tirane", child(), Map.of()).number())
                .isNotEqualTo(person.number());
    }

    @Test
    void aSecondRequestWaitsForTheAnswerToTheFirst() {
        Case person = agreed(Map.of());
        ask("dpo", person, Map.of());
        assertThat(refusal("dpo", person.number())).contains("is being answered");
        person.complete("P10-02").complete("P10-02");
        assertThat(ask("dpo", person, Map.of()).end()).isNull();
    }

    private Case agreed(Map<String, Object> facts) {
        return cases.agreed(facts);
    }

    private Case child() {
        return cases.report("state-police.tirane", Map.of("ageGroup", "child"))
                .complete("P1-04", Map.of("indicators", List.of("V06", "E03"), "exploitationType", "begging"));
    }

    private Case ask(String user, Case person, Map<String, Object> fields) {
        Map<String, Object> filled = new HashMap<>(
                Map.of("caseNumber", person.number(), "requestKind", "access", "receivedOn", "2026-09-14"));
        filled.putAll(fields);
        return cases.start("data-request", user, filled);
    }

    private String refusal(String user, String caseNumber) {
        var thrown = new String[1];
        assertThatThrownBy(() -> cases.start("data-request", user, Map.of("caseNumber", caseNumber)))
                .isInstanceOf(FormRefused.class)
                .satisfies(refused -> thrown[0] = refused.getMessage());
        return thrown[0];
    }
}
