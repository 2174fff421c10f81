package al.nrm.protection;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Protection (P1-07, P3): first what is needed at once, then a safe place where one is needed, then assistance; the same for every status. */
@ProcessTest
@CoversProcess("protection")
@TiraneTime("2026-11-02T10:00")
class ProtectionProcessTest {

    @Autowired
    Cases cases;

    private static final String CASE_MANAGER = "state-social-service-regional.tirane";
    private static final Map<String, Object> SHELTER = Map.of("shelterNeeded", true);
    private static final Map<String, Object> NO_SHELTER = Map.of("shelterNeeded", false);

    @Test
    void theInstitutionThatReportedAssessesWhatIsNeededAtOnceWithinFourHours() {
        Case person = cases.stage("protection", Map.of());
        assertThat(person.open()).containsExactly("P1-07 state-police.tirane");
        assertThat(person.due("P1-07")).isEqualTo(tirane("2026-11-02T14:00"));
    }

    @Test
    void withoutAShelterTheRegionalSocialServiceManagesTheCase() {
        Case person = cases.stage("protection", Map.of());
        person.complete("P1-07", NO_SHELTER);
        assertThat(person.open()).containsExactly("P3-05 " + CASE_MANAGER, "P3-07 health-services.tirane");
    }

    @ParameterizedTest
    @ValueSource(strings = {"potential", "victim"})
    void protectionEndsWithAnAgreedPlanWhateverTheStatus(String status) {
        Case person = cases.stage("protection", Map.of("identificationStatus", status));
        person.complete("P1-07", NO_SHELTER);
        assist(person);
        assertThat(person.open()).containsExactly("P3-09 " + CASE_MANAGER);
        person.complete("P3-09");
        assertThat(person.end()).isEqualTo("EndEvent_ProtectionEnded");
    }

    @Test
    void theShelterThatTakesThePersonManagesTheCase() {
        Case person = cases.stage("protection", Map.of());
        person.complete("P1-07", SHELTER);
        assertThat(person.open()).containsExactly("P3-01 ra-secretariat");
        place(person);
        assertThat(person.open()).containsExactly("P3-05 vatra", "P3-07 health-services.tirane");
    }

    @Test
    void whomAShelterHasReceivedAlreadyIsNotPlacedAgain() {
        Case person = cases.stage("protection", Map.of("shelter", "vatra", "caseManager", "vatra"));
        person.complete("P1-07", SHELTER);
        assertThat(person.open()).containsExactly("P3-05 vatra", "P3-07 health-services.tirane");
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "doubt"})
    void aChildWhoNeedsAShelterGetsEmergencyCareFor72HoursBesideTheSearch(String ageGroup) {
        Case child = cases.stage("protection", Map.of("ageGroup", ageGroup));
        child.complete("P1-07", SHELTER);
        assertThat(child.open()).containsExactly("P3-01 ra-secretariat", "P3-04 child-protection-unit.tirane");
        assertThat(child.due("P3-04")).isEqualTo(tirane("2026-11-05T10:00"));
    }

    @Test
    void emergencyCareHoldsNothingUpButTheEndOfProtection() {
        Case child = cases.stage("protection", Map.of("ageGroup", "child"));
        child.complete("P1-07", SHELTER);
        place(child);
        assist(child);
        child.completeAs("P3-09", "vatra", Map.of()).completeAs("P3-09", "child-protection-unit.tirane", Map.of());
        assertThat(child.open()).containsExactly("P3-04 child-protection-unit.tirane");
        child.complete("P3-04");
        assertThat(child.end()).isEqualTo("EndEvent_ProtectionEnded");
    }

    @Test
    void aChildWhoNeedsNoShelterNeedsNoEmergencyCareEither() {
        Case child = cases.stage("protection", Map.of("ageGroup", "child"));
        child.complete("P1-07", NO_SHELTER);
        assertThat(child.open()).containsExactly("P3-05 " + CASE_MANAGER, "P3-07 health-services.tirane");
    }

    @Test
    void aForeignersReflectionPeriodOpensBesideProtectionAndDoesNotHoldItUp() {
        Case person = cases.stage("protection", Map.of("nationality", "SYR"));
        assertThat(person.open()).containsExactly("P1-07 state-police.tirane", "P3-10 border-police.tirane");
        person.complete("P1-07", NO_SHELTER);
        assist(person);
        person.complete("P3-09");
        assertThat(person.end()).isEqualTo("EndEvent_ProtectionEnded");
        assertThat(person.open()).containsExactly("P3-10 border-police.tirane");
    }

    @Test
    void needsThatNobodyAssessesAreTheSupervisorsConcern() {
        Case person = cases.stage("protection", Map.of());
        person.miss("P1-07");
        assertThat(person.open()).containsExactly("E1 state-police.tirane.lead", "P1-07 state-police.tirane");
        person.complete("P1-07", NO_SHELTER);
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void emergencyCareThatIsNotGivenReachesTheSecretariatAndThenTheChair() {
        Case child = cases.stage("protection", Map.of("ageGroup", "child"));
        child.complete("P1-07", SHELTER).miss("P3-04");
        assertThat(child.ladder()).containsExactly("E3 ra-secretariat");
        child.miss("E3");
        assertThat(child.ladder()).containsExactly("E4 ra-chair");
        child.complete("P3-04");
        assertThat(child.ladder()).isEmpty();
    }

    private static void place(Case person) {
        person.complete("P3-01", Map.of("shelter", "vatra")).complete("P3-02").complete("P3-03");
    }

    private static void assist(Case person) {
        person.complete("P3-05").complete("P3-06").complete("P3-07").complete("P3-08");
    }
}
