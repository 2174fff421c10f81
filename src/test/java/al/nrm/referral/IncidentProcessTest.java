package al.nrm.referral;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.FormRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What strikes in any phase: danger, disappearance, a change of shelter, consent withdrawn. */
@ProcessTest
@CoversProcess("incident")
@TiraneTime("2026-09-14T10:00")
class IncidentProcessTest {

    private static final String REPORTER = "state-police.tirane";
    private static final String SOCIAL = "state-social-service-regional.tirane";

    @Autowired
    Cases cases;

    @Test
    void immediateDangerCallsTheCountysPoliceBesideTheRest() {
        Case person = cases.agreed(Map.of());
        Case incident = report(person, REPORTER, "immediateDanger");
        assertThat(incident.end()).isEqualTo("EndEvent_SafetyRequested");
        assertThat(incident.number()).isEqualTo(person.number());
        assertThat(person.open())
                .containsExactly("P1-02 state-police.tirane", "P1-07 " + REPORTER, "P1-08 " + REPORTER);
    }

    @Test
    void aMissingAdultIsReportedByTheCaseManagerWithin24Hours() {
        Case person = cases.agreed(Map.of());
        Case incident = report(person, REPORTER, "missing");
        assertThat(person.open()).contains("P3-13 " + SOCIAL);
        assertThat(person.due("P3-13")).isEqualTo(tirane("2026-09-15T10:00"));
        person.complete("P3-13");
        assertThat(incident.end()).isEqualTo("EndEvent_MissingReported");
    }

    @Test
    void aMissingChildIsReportedAtOnce() {
        Case child = cases.agreed(Map.of("ageGroup", "child"));
        report(child, REPORTER, "missing");
        assertThat(child.due("P3-13")).isEqualTo(tirane("2026-09-14T10:00"));
    }

    @Test
    void aMissedReportOfAMissingPersonReachesTheSupervisor() {
        Case person = cases.agreed(Map.of());
        report(person, REPORTER, "missing");
        person.miss("P3-13");
        assertThat(person.open()).contains("E1 " + SOCIAL + ".lead", "P3-13 " + SOCIAL);
    }

    @Test
    void aTransferIsTheCoalitionsToArrange() {
        Case person = cases.agreed(Map.of());
        Case incident = report(person, REPORTER, "transfer");
        assertThat(person.open()).contains("P3-14 shelters-coalition");
        person.complete("P3-14", Map.of("shelter", "vatra"));
        assertThat(person.open()).contains("P3-02 vatra");
        person.complete("P3-02");
        assertThat(incident.end()).isEqualTo("EndEvent_TransferHandled");
    }

    @Test
    void theReceiversTasksEndWhenAnAdultWithdrawsConsent() {
        Case person = cases.agreed(Map.of())
                .complete("P1-07", Map.of("shelterNeeded", true))
                .complete("P1-08")
                .miss("P1-09");
        assertThat(person.open())
                .containsExactly(
                        "E4 ra-chair", "P1-09 ra-secretariat", "P2-01 state-police-at.tirane", "P3-01 ra-secretariat");
        Case incident = report(person, "state-police-at.tirane", "consentWithdrawn");
        assertThat(incident.end()).isEqualTo("EndEvent_ConsentWithdrawn");
        assertThat(person.open()).containsExactly("P4-10 " + SOCIAL);
    }

    @Test
    void whatRunsBesideTheCaseEndsWithTheConsentToo() {
        Case person = cases.agreed(Map.of("nationality", "SRB"))
                .complete("P1-07", Map.of("shelterNeeded", false))
                .complete("P3-05")
                .complete("P3-06");
        assertThat(person.running()).contains("reflection-period", "risk-review");
        report(person, REPORTER, "consentWithdrawn");
        assertThat(person.open()).containsExactly("P4-10 " + SOCIAL);
        assertThat(person.running()).containsExactly("case-closure", "referral");
    }

    @Test
    void aChildsProtectionGoesOnWhenConsentIsWithdrawn() {
        Case child = cases.agreed(Map.of("ageGroup", "child"));
        var before = child.open();
        Case incident = report(child, REPORTER, "consentWithdrawn");
        assertThat(incident.end()).isEqualTo("EndEvent_WithdrawalRecorded");
        assertThat(child.open()).isEqualTo(before);
    }

    @Test
    void onlySomeoneWithAnOpenTaskOfTheCaseMayReportAnIncident() {
        Case person = cases.agreed(Map.of());
        var before = person.open();
        assertThatThrownBy(() -> report(person, "state-police.berat", "immediateDanger"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("caseNumber");
        assertThat(person.open()).isEqualTo(before);
    }

    @Test
    void whoseTaskIsDoneMayNoLongerReportAnIncident() {
        Case person = cases.agreed(Map.of()).complete("P1-07").complete("P1-08");
        assertThatThrownBy(() -> report(person, REPORTER, "missing"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("caseNumber");
    }

    private Case report(Case person, String user, String incident) {
        return cases.start("incident", user, Map.of("caseNumber", person.number(), "incident", incident));
    }
}
