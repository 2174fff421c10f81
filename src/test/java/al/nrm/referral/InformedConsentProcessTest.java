package al.nrm.referral;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The person is informed and decides (P1-05); a child is protected whatever it answers (P1-06). */
@ProcessTest
@CoversProcess("informed-consent")
@TiraneTime("2026-11-02T10:00")
class InformedConsentProcessTest {

    @Autowired
    Cases cases;

    @Test
    void anAdultIsInformedByTheInstitutionThatReportedWithin8Hours() {
        Case person = consent(Map.of());
        assertThat(person.open()).containsExactly("P1-05 state-police.tirane");
        assertThat(person.due("P1-05")).isEqualTo(tirane("2026-11-02T18:00"));
    }

    @Test
    void whatThePersonAgreesToIsRecordedPurposeByPurpose() {
        Case person = consent(Map.of());
        person.complete(
                "P1-05",
                Map.of("consentAssistance", true, "consentDataSharing", false, "consentFormalIdentification", false));
        assertThat(person.end()).isEqualTo("EndEvent_AnswerRecorded");
        assertThat(person.fact("consentAssistance")).containsExactly(true);
        assertThat(person.fact("consentDataSharing")).containsExactly(false);
        assertThat(person.fact("consentFormalIdentification")).containsExactly(false);
    }

    @Test
    void theNameOfAnAdultWhoRefusesIsNotEvenStoredWhenItIsSent() {
        Case person = consent(Map.of());
        person.complete(
                "P1-05", Map.of("consentAssistance", false, "fullName", "Ana Testi", "dateOfBirth", "1999-05-04"));
        assertThat(person.fact("fullName")).isEmpty();
        assertThat(person.fact("dateOfBirth")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "doubt"})
    void forAChildOrInDoubtChildProtectionAndPoliceAreCalledBeforeAnyoneIsAsked(String ageGroup) {
        Case child = consent(Map.of("ageGroup", ageGroup, "county", "fier"));
        assertThat(child.open())
                .containsExactly(
                        "P1-05 state-police.tirane",
                        "P1-06 child-protection-unit.fier",
                        "P1-06 state-police-minors.fier");
    }

    @Test
    void aChildsRefusalIsRecordedAndItsNameTooBecauseProtectionGoesOn() {
        Case child = consent(Map.of("ageGroup", "child"));
        child.complete(
                "P1-05", Map.of("consentAssistance", false, "fullName", "Beni Testi", "dateOfBirth", "2014-02-01"));
        assertThat(child.end()).isEqualTo("EndEvent_AnswerRecorded");
        assertThat(child.fact("consentAssistance")).containsExactly(false);
        assertThat(child.fact("fullName")).containsExactly("Beni Testi");
    }

    @Test
    void anAdultWhoseDataAreNotSharedIsComparedWithNobody() {
        for (Map<String, Object> answer : List.<Map<String, Object>>of(
                Map.of("consentAssistance", true, "consentDataSharing", false),
                Map.of("consentAssistance", false, "consentDataSharing", true))) {
            assertThat(consent(Map.of()).complete("P1-05", answer).fact("candidates"))
                    .isEmpty();
        }
        assertThat(consent(Map.of()).complete("P1-05").fact("candidates")).containsExactly("");
        assertThat(consent(Map.of("ageGroup", "child"))
                        .complete("P1-05", Map.of("consentDataSharing", false))
                        .fact("candidates"))
                .containsExactly("");
    }

    @Test
    void aPersonWhoIsNotInformedInTimeIsTheSupervisorsConcern() {
        Case person = consent(Map.of());
        person.miss("P1-05");
        assertThat(person.open()).containsExactly("E1 state-police.tirane.lead", "P1-05 state-police.tirane");
        person.complete("P1-05");
        assertThat(person.running()).isEmpty();
    }

    private Case consent(Map<String, Object> facts) {
        Map<String, Object> known = new HashMap<>();
        known.put("fullName", null);
        known.put("dateOfBirth", null);
        known.put("narrative", "Met during a patrol.");
        known.put("exploitationType", "sexual");
        known.put("indicators", null);
        known.putAll(facts);
        return cases.stage("informed-consent", known);
    }
}
