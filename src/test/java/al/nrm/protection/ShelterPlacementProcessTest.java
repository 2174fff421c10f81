package al.nrm.protection;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A safe place (P3-01 to P3-03): proposed by the table, chosen by the secretariat, accepted by the shelter, reached under protection. */
@ProcessTest
@CoversProcess("shelter-placement")
@TiraneTime("2026-11-02T10:00")
class ShelterPlacementProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Test
    void theSecretariatChoosesWithinTwoHoursAndFindsTheTablesProposal() {
        Case person = placement(Map.of());
        assertThat(person.open()).containsExactly("P3-01 ra-secretariat");
        assertThat(person.due("P3-01")).isEqualTo(tirane("2026-11-02T12:00"));
        assertThat(proposal(person)).isEqualTo("vatra");
    }

    @Test
    void aForeignerIsProposedToTheNationalReceptionCentre() {
        assertThat(proposal(placement(Map.of("nationality", "SYR")))).isEqualTo("nrcvt");
    }

    @Test
    void theSecretariatMayChooseAnotherShelterThanTheProposedOne() {
        Case person = placement(Map.of());
        person.complete("P3-01", Map.of("shelter", "different-equal"));
        assertThat(person.open()).containsExactly("P3-02 different-equal");
        assertThat(person.due("P3-02")).isEqualTo(tirane("2026-11-02T14:00"));
    }

    @Test
    void thePoliceOfTheCountyTakeAnAdultThereWithinTwelveHours() {
        Case person = placement(Map.of("county", "korce"));
        accepted(person);
        assertThat(person.open()).containsExactly("P3-03 state-police.korce");
        assertThat(person.due("P3-03")).isEqualTo(tirane("2026-11-02T22:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "doubt"})
    void aChildIsTakenThereWithinSixHours(String ageGroup) {
        Case child = placement(Map.of("ageGroup", ageGroup));
        accepted(child);
        assertThat(child.due("P3-03")).isEqualTo(tirane("2026-11-02T16:00"));
    }

    @Test
    void theShelterThatAcceptsIsEntrustedWithTheCase() {
        Case person = placement(Map.of());
        accepted(person);
        assertThat(runtime.getVariables(person.root()))
                .containsEntry("shelter", "vatra")
                .containsEntry("caseManager", "vatra");
        person.complete("P3-03");
        assertThat(person.end()).isEqualTo("EndEvent_PersonPlaced");
    }

    @Test
    void aShelterThatHasOnlyBeenAskedIsNotEntrustedYet() {
        Case person = placement(Map.of());
        person.complete("P3-01", Map.of("shelter", "vatra"));
        assertThat(runtime.getVariable(person.root(), "caseManager")).isEqualTo("state-social-service-regional.tirane");
    }

    @Test
    void aRefusalGoesBackToTheSecretariatWithoutAProposal() {
        Case person = placement(Map.of());
        person.complete("P3-01", Map.of("shelter", "vatra"));
        person.complete("P3-02", Map.of("shelterAccepts", false, "refusalReason", "No free bed."));
        assertThat(person.open()).containsExactly("P3-01 ra-secretariat");
        assertThat(proposal(person)).isNull();
        assertThat(runtime.getVariable(person.root(), "refusedShelters")).isEqualTo("vatra");
        assertThat(runtime.getVariable(person.root(), "lastRefusalReason")).isEqualTo("No free bed.");
    }

    @Test
    void theSecretariatAsksUntilOneAcceptsAndSeesWhomItHasAskedBefore() {
        Case person = placement(Map.of());
        for (String full : List.of("vatra", "nrcvt")) {
            person.complete("P3-01", Map.of("shelter", full));
            person.complete("P3-02", Map.of("shelterAccepts", false, "refusalReason", "No free bed."));
        }
        assertThat(runtime.getVariable(person.root(), "refusedShelters")).isEqualTo("vatra, nrcvt");
        person.complete("P3-01", Map.of("shelter", "different-equal")).complete("P3-02");
        assertThat(runtime.getVariable(person.root(), "caseManager")).isEqualTo("different-equal");
    }

    @Test
    void aPersonWithoutAShelterAfterTwoHoursIsTheChairsConcern() {
        Case person = placement(Map.of());
        person.miss("P3-01");
        assertThat(person.open()).containsExactly("E4 ra-chair", "P3-01 ra-secretariat");
        person.complete("P3-01");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aShelterThatDoesNotAnswerIsTheSecretariatsConcern() {
        Case person = placement(Map.of());
        person.complete("P3-01", Map.of("shelter", "vatra")).miss("P3-02");
        assertThat(person.open()).containsExactly("E3 ra-secretariat", "P3-02 vatra");
        person.complete("P3-02");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aTransportThatDoesNotComeReachesThePolicesSeatAndThenTheSecretariat() {
        Case person = placement(Map.of());
        accepted(person);
        person.miss("P3-03");
        assertThat(person.open()).containsExactly("E2 ra-seat.state-police-at", "P3-03 state-police.tirane");
        person.miss("E2");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P3-03");
        assertThat(person.running()).isEmpty();
    }

    private Case placement(Map<String, Object> facts) {
        Map<String, Object> needs = new HashMap<>(Map.of("highSecurity", false, "trialInTirana", false));
        needs.putAll(facts);
        return cases.stage("shelter-placement", needs);
    }

    private Object proposal(Case person) {
        return runtime.getVariable(person.task("P3-01").getExecutionId(), "shelter");
    }

    private static void accepted(Case person) {
        person.complete("P3-01", Map.of("shelter", "vatra")).complete("P3-02", Map.of("shelterAccepts", true));
    }
}
