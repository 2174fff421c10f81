package al.nrm.referral;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The case of one person, from the report to each of its three ends. */
@ProcessTest
@CoversProcess("referral")
@TiraneTime("2026-11-02T10:00")
class ReferralProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    private static final List<String> POTENTIAL = List.of("R01", "K01", "E01");
    private static final Map<String, Object> PROTECTION_ONLY =
            Map.of("consentAssistance", true, "consentDataSharing", true, "consentFormalIdentification", false);

    @Test
    void aScreeningWithoutIndicatorsIsClosedAndCounted() {
        Case person = cases.report("labour-inspectorate.durres", Map.of("channel", "inspection", "county", "durres"));
        assertThat(person.open()).containsExactly("P1-04 labour-inspectorate.durres");
        person.complete("P1-04", Map.of("indicators", List.of(), "exploitationType", "unknown"));
        assertThat(person.open()).containsExactly("P1-11 labour-inspectorate.durres");
        person.complete("P1-11");
        assertThat(person.end()).isEqualTo("EndEvent_NoIndicators");
        assertThat(person.fact("closureReason")).containsExactly("noIndicators");
    }

    @Test
    void whoIsOnlyToBeWatchedEndsThereToo() {
        Case person = cases.report("state-police.tirane", Map.of());
        person.complete("P1-04", Map.of("indicators", List.of("A03"))).complete("P1-11");
        assertThat(person.fact("screeningResult")).containsExactly("watch");
        assertThat(person.end()).isEqualTo("EndEvent_NoIndicators");
    }

    @Test
    void anAdultWhoRefusesGoesAtOnceAndTheDoorStaysOpen() {
        Case person = potentialVictim(Map.of());
        person.complete("P1-05", Map.of("consentAssistance", false));
        assertThat(person.end()).isEqualTo("EndEvent_RefusedDoorOpen");
        assertThat(person.fact("closureReason")).containsExactly("refused");
        assertThat(person.fact("fullName")).isEmpty();
        assertThat(person.running()).isEmpty();
        assertThat(person.waits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "doubt"})
    void aChildsRefusalIsNoConditionForItsProtection(String ageGroup) {
        Case child = potentialVictim(Map.of("ageGroup", ageGroup));
        child.complete("P1-05", Map.of("consentAssistance", false, "consentFormalIdentification", false));
        assertThat(child.end()).isNull();
        assertThat(child.open())
                .containsExactly(
                        "P1-06 child-protection-unit.tirane",
                        "P1-06 state-police-minors.tirane",
                        "P1-07 state-police.tirane",
                        "P1-08 state-police.tirane");
    }

    @Test
    void aPersonWhoIsAssistedLeavesTheMechanismWhenTheSecretariatConfirms() {
        Case person = potentialVictim(Map.of());
        person.complete("P1-05", PROTECTION_ONLY).complete("P1-08").complete("P1-09");
        protect(person);
        person.breakOffReintegration();
        assertThat(person.open())
                .containsExactly("P4-10 state-social-service-regional.tirane", "P6-01 state-police-at.tirane");
        person.complete("P4-10", Map.of("closureReason", "goalsMet"));
        assertThat(person.open()).containsExactly("P4-10 ra-secretariat", "P6-01 state-police-at.tirane");
        assertThat(person.end()).isNull();
        person.complete("P4-10");
        assertThat(person.end()).isEqualTo("EndEvent_CaseClosed");
        assertThat(person.fact("closureReason")).containsExactly("goalsMet");
    }

    @Test
    void theShelterThatTookThePersonInProposesTheClosure() {
        Case person = potentialVictim(Map.of());
        person.complete("P1-05", PROTECTION_ONLY).complete("P1-08").complete("P1-09");
        person.complete("P1-07", Map.of("shelterNeeded", true));
        person.complete("P3-01", Map.of("shelter", "vatra")).complete("P3-02").complete("P3-03");
        assist(person);
        person.breakOffReintegration();
        assertThat(person.open()).containsExactly("P4-10 vatra", "P6-01 state-police-at.tirane");
        person.complete("P4-10").complete("P4-10");
        assertThat(person.end()).isEqualTo("EndEvent_CaseClosed");
        assertThat(person.fact("shelter")).containsExactly("vatra");
    }

    @Test
    void whatRanBesideTheStagesEndsWithTheCaseAndTheCriminalProceedingsGoOn() {
        Case person = potentialVictim(Map.of("nationality", "SYR"));
        person.complete("P1-05", PROTECTION_ONLY).complete("P1-08").complete("P1-09");
        protect(person);
        assertThat(person.running()).contains("reflection-period", "risk-review");
        person.breakOffReintegration().complete("P4-10").complete("P4-10");
        assertThat(person.end()).isEqualTo("EndEvent_CaseClosed");
        assertThat(person.running()).containsExactly("justice");
        assertThat(person.open()).containsExactly("P6-01 state-police-at.tirane");
    }

    @Test
    void theCaseIsNotClosedBeforeTheIdentificationThatWasAskedForHasEnded() {
        Case person = cases.agreed(Map.of());
        person.complete("P1-08").complete("P1-09");
        protect(person);
        assertThat(person.open()).containsExactly("P2-01 state-police-at.tirane", "P6-01 state-police-at.tirane");
    }

    @Test
    void whoWithdrawsDuringTheReintegrationIsNotAskedForAnythingMore() {
        Case person = potentialVictim(Map.of());
        person.complete("P1-05", PROTECTION_ONLY).complete("P1-08").complete("P1-09");
        protect(person);
        person.complete("P4-01");
        assertThat(person.open())
                .containsExactly(
                        "P4-02 health-ministry",
                        "P4-08 state-social-service-regional.tirane",
                        "P6-01 state-police-at.tirane");
        withdraw(person, "state-social-service-regional.tirane");
        assertThat(person.open())
                .containsExactly("P4-10 state-social-service-regional.tirane", "P6-01 state-police-at.tirane");
    }

    @Test
    void anAdultWhoWithdrawsIsNotAskedForAnythingMoreAndTheCaseIsClosed() {
        Case person = cases.agreed(Map.of());
        withdraw(person);
        assertThat(person.open()).containsExactly("P4-10 state-social-service-regional.tirane");
        person.complete("P4-10", Map.of("closureReason", "withdrew")).complete("P4-10");
        assertThat(person.end()).isEqualTo("EndEvent_CaseClosed");
        assertThat(person.fact("closureReason")).containsExactly("withdrew");
    }

    @Test
    void whoDiesLeavesTheMechanismInAnyPhase() {
        for (Case person : List.of(
                cases.report("state-police.tirane", Map.of("nationality", "SYR", "channel", "border")),
                potentialVictim(Map.of("ageGroup", "child")),
                cases.agreed(Map.of("nationality", "SYR")).complete("P1-07", Map.of("shelterNeeded", true)))) {
            cases.start("incident", "state-police.tirane", Map.of("caseNumber", person.number(), "incident", "died"));
            person.completeAs("P3-15", "state-social-service-regional.tirane", Map.of());
            person.completeAs("P3-15", "ra-secretariat", Map.of());
            assertThat(person.end()).isEqualTo("EndEvent_EndedEarly");
            assertThat(person.fact("closureReason")).containsExactly("died");
            assertThat(person.running()).isSubsetOf("border-pre-screening", "child-alert");
        }
    }

    @Test
    void inDangerThePoliceComeBesideEverythingElse() {
        Case person = cases.report("hotline", Map.of("channel", "hotline", "immediateDanger", true));
        assertThat(person.open()).containsExactly("P1-02 state-police.tirane", "P1-04 hotline");
        person.complete("P1-02");
        assertThat(person.open()).containsExactly("P1-04 hotline");
    }

    @Test
    void aCaseHasItsNumberOnEveryStageAndKeepsWhoReportedItAndWhen() {
        Case person = cases.agreed(Map.of());
        assertThat(person.number()).matches("NRM-2026-\\d{6}");
        assertThat(person.running()).containsExactly("multi-agency-response", "protection", "referral");
        assertThat(person.instances()).allSatisfy(stage -> assertThat(runtime.getVariables(stage.getId()))
                .containsEntry("caseNumber", person.number())
                .containsEntry("reportingInstitution", "state-police.tirane")
                .containsEntry("procedureVersion", "DCM-499-2018")
                .containsEntry("reportedAt", Date.from(tirane("2026-11-02T10:00")))
                .containsEntry("identificationStatus", "potential"));
    }

    @Test
    void everyCaseHasANumberOfItsOwn() {
        assertThat(cases.report("hotline", Map.of()).number())
                .isNotEqualTo(cases.report("hotline", Map.of()).number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpreter-pool", "ra-chair", "auditor"})
    void whoIsNoFirstResponderBeginsNoCase(String user) {
        assertThatThrownBy(() -> cases.report(user, Map.of())).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void whoWorksForTwoInstitutionsSaysForWhichOneTheReportIs() {
        String both = cases.memberOf("vatra", "mobile-unit.vlore");
        assertThatThrownBy(() -> cases.report(both, Map.of()))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("reportingInstitution");
        assertThatThrownBy(() -> cases.report(both, Map.of("reportingInstitution", "hotline")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("reportingInstitution");
        Case person = cases.report(both, Map.of("reportingInstitution", "mobile-unit.vlore"));
        assertThat(person.open()).containsExactly("P1-04 mobile-unit.vlore");
    }

    @Test
    void whoWorksForOneInstitutionReportsForThatOneWhateverIsSent() {
        Case person = cases.report("hotline", Map.of("reportingInstitution", "vatra"));
        assertThat(person.open()).containsExactly("P1-04 hotline");
    }

    private Case potentialVictim(Map<String, Object> facts) {
        return cases.report("state-police.tirane", facts)
                .complete("P1-04", Map.of("indicators", POTENTIAL, "exploitationType", "sexual"));
    }

    private void withdraw(Case person) {
        withdraw(person, "state-police.tirane");
    }

    private void withdraw(Case person, String reporter) {
        cases.start("incident", reporter, Map.of("caseNumber", person.number(), "incident", "consentWithdrawn"));
    }

    private static void protect(Case person) {
        person.complete("P1-07", Map.of("shelterNeeded", false));
        assist(person);
    }

    private static void assist(Case person) {
        person.complete("P3-05")
                .complete("P3-06")
                .complete("P3-07")
                .complete("P3-08")
                .complete("P3-09");
    }
}
