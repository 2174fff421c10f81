package al.nrm.identification;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P2: the team hears the person who asked for it and decides, and the person is told. */
@ProcessTest
@CoversProcess("formal-identification")
@TiraneTime("2026-09-14T10:00")
class FormalIdentificationProcessTest {

    @Autowired
    Cases cases;

    @Test
    void thePoliceOfTheTerritoryConvenesTheTeamWithin72Hours() {
        Case person = cases.stage("formal-identification", Map.of("county", "fier"));
        assertThat(person.open()).containsExactly("P2-01 state-police-at.fier");
        assertThat(person.due("P2-01")).isEqualTo(tirane("2026-09-17T10:00"));
    }

    @Test
    void atTheBorderTheBorderPoliceConvenesTheTeamWithin24Hours() {
        Case person = cases.stage("formal-identification", Map.of("county", "kukes", "channel", "border"));
        assertThat(person.open()).containsExactly("P2-01 border-police.kukes");
        assertThat(person.due("P2-01")).isEqualTo(tirane("2026-09-15T10:00"));
        person.complete("P2-01").complete("P2-02");
        assertThat(person.open()).containsExactly("P2-06 border-police.kukes");
    }

    @Test
    void theSocialServiceMakesSureWithinTwoWorkingDaysThatAnAdultAsksFreely() {
        itIs("2026-09-18T10:00");
        Case person = cases.stage("formal-identification", Map.of()).complete("P2-01");
        assertThat(person.open()).containsExactly("P2-02 state-social-service-regional.tirane");
        assertThat(person.due("P2-02")).isEqualTo(tirane("2026-09-22T10:00"));
    }

    @Test
    void theChildProtectionUnitMakesSureThatAChildAsksFreely() {
        Case child = cases.stage("formal-identification", Map.of("ageGroup", "child"))
                .complete("P2-01");
        assertThat(child.open()).containsExactly("P2-02 child-protection-unit.tirane");
    }

    @Test
    void whoDoesNotConfirmTheRequestStaysAPotentialVictim() {
        Case person = cases.stage("formal-identification", Map.of())
                .complete("P2-01")
                .complete("P2-02", Map.of("requestConfirmed", false));
        assertThat(person.open()).isEmpty();
        assertThat(person.end()).isEqualTo("EndEvent_StaysPotential");
        assertThat(person.fact("identificationStatus")).containsExactly("potential");
    }

    @Test
    void anAdultIsHeardWithoutChildSafeguardsWithinTenWorkingDays() {
        Case person = confirmed(Map.of());
        assertThat(person.open()).containsExactly("P2-06 state-police-at.tirane");
        assertThat(person.due("P2-06")).isEqualTo(tirane("2026-09-28T10:00"));
    }

    @Test
    void aChildIsHeardOnlyWhenItsSafeguardsAreInPlace() {
        Case child = confirmed(Map.of("ageGroup", "child"));
        assertThat(child.open()).containsExactly("P2-03 child-protection-unit.tirane");
        child.complete("P2-03", Map.of("trustedPerson", "Drita Testi"));
        assertThat(child.open()).containsExactly("P2-06 state-police-at.tirane");
        assertThat(child.fact("trustedPerson")).containsExactly("Drita Testi");
    }

    @Test
    void someoneFoundToBeAnAdultIsDecidedOnWithoutTheChildProtectionUnit() {
        Case person = confirmed(Map.of("ageGroup", "doubt"))
                .complete("P2-03")
                .complete("P2-05", Map.of("ageFinding", "adult"))
                .complete("P2-06");
        assertThat(person.open())
                .containsExactly("P2-07 state-police-at.tirane", "P2-07 state-social-service-regional.tirane");
    }

    @Test
    void theTeamsOutcomeBecomesTheStatusAndIsServed() {
        Case person = confirmed(Map.of()).complete("P2-06");
        decide(person, "victim");
        assertThat(person.open()).containsExactly("P2-08 state-social-service-regional.tirane");
        assertThat(person.fact("identificationStatus")).contains("victim");
        person.complete("P2-08");
        assertThat(person.end()).isEqualTo("EndEvent_DecisionServed");
    }

    @Test
    void aMissedConveningReachesTheSupervisorAndTheTaskStays() {
        Case person = cases.stage("formal-identification", Map.of()).miss("P2-01");
        assertThat(person.open()).containsExactly("E1 state-police-at.tirane.lead", "P2-01 state-police-at.tirane");
        person.complete("P2-01");
        assertThat(person.open()).containsExactly("P2-02 state-social-service-regional.tirane");
    }

    @Test
    void aMissedConfirmationReachesTheSupervisor() {
        Case person =
                cases.stage("formal-identification", Map.of()).complete("P2-01").miss("P2-02");
        assertThat(person.open())
                .containsExactly(
                        "E1 state-social-service-regional.tirane.lead", "P2-02 state-social-service-regional.tirane");
    }

    @Test
    void aMissedInterviewReachesTheInstitutionsMemberOfTheResponsibleAuthority() {
        Case person = confirmed(Map.of()).miss("P2-06");
        assertThat(person.open()).containsExactly("E2 ra-seat.state-police-at", "P2-06 state-police-at.tirane");
    }

    @Test
    void theTeamWorksBesideProtectionAndHoldsNothingUp() {
        Case person = cases.agreed(Map.of()).complete("P1-08");
        assertThat(person.open())
                .containsExactly(
                        "P1-07 state-police.tirane",
                        "P1-09 ra-secretariat",
                        "P2-01 state-police-at.tirane",
                        "P6-01 state-police-at.tirane");
        person.complete("P1-07", Map.of("shelterNeeded", false));
        assertThat(person.open()).contains("P3-05 state-social-service-regional.tirane");
    }

    private Case confirmed(Map<String, Object> facts) {
        return cases.stage("formal-identification", facts).complete("P2-01").complete("P2-02");
    }

    static void decide(Case person, String outcome) {
        while (person.open().stream().anyMatch(task -> task.startsWith("P2-07"))) {
            person.complete("P2-07", Map.of("outcome", outcome));
        }
    }
}
