package al.nrm.reintegration;

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
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P4-10: who cares for the person proposes to close the case, and the secretariat confirms or objects. */
@ProcessTest
@CoversProcess("case-closure")
@TiraneTime("2026-09-14T10:00")
class CaseClosureProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Test
    void theCaseManagersInstitutionProposesWithinTenWorkingDays() {
        Case person = cases.stage("case-closure", Map.of("caseManager", "vatra", "shelter", "vatra"));
        assertThat(person.open()).containsExactly("P4-10 vatra");
        assertThat(person.due("P4-10")).isEqualTo(tirane("2026-09-28T10:00"));
    }

    @Test
    void theSecretariatConfirmsWithinTenWorkingDays() {
        Case person = proposed();
        assertThat(person.open()).containsExactly("P4-10 ra-secretariat");
        assertThat(person.due("P4-10")).isEqualTo(tirane("2026-09-28T10:00"));
        person.complete("P4-10");
        assertThat(person.end()).isEqualTo("EndEvent_ClosureConfirmed");
        assertThat(person.fact("closureReason")).containsExactly("movedAbroad");
    }

    @Test
    void anObjectionGoesBackToTheProposerWithItsReason() {
        Case person = proposed()
                .complete("P4-10", Map.of("closureConfirmed", false, "closureObjection", "Nobody has called her."));
        assertThat(person.open()).containsExactly("P4-10 state-social-service-regional.tirane");
        assertThat(person.fact("closureObjection")).containsExactly("Nobody has called her.");
        person.complete("P4-10", Map.of("closureReason", "goalsMet")).complete("P4-10");
        assertThat(person.end()).isEqualTo("EndEvent_ClosureConfirmed");
        assertThat(person.fact("closureReason")).containsExactly("goalsMet");
    }

    @Test
    void anObjectionWithoutAReasonIsRefused() {
        Case person = proposed();
        assertThatThrownBy(() -> person.complete("P4-10", Map.of("closureConfirmed", false, "closureObjection", "")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("closureObjection");
    }

    @Test
    void whoProposedMayNotConfirm() {
        String both = cases.memberOf("state-social-service-regional.tirane", "ra-secretariat");
        Case person = cases.stage("case-closure", Map.of()).completeAs("P4-10", both, Map.of());
        assertThatThrownBy(() -> person.completeAs("P4-10", both, Map.of()))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("assignee");
        tasks.setAssignee(person.task("P4-10").getId(), null);
        person.completeAs("P4-10", "ra-secretariat-2", Map.of());
        assertThat(person.end()).isEqualTo("EndEvent_ClosureConfirmed");
    }

    @Test
    void aMissedProposalReachesTheSecretariat() {
        Case person = cases.stage("case-closure", Map.of()).miss("P4-10");
        assertThat(person.open()).containsExactly("E3 ra-secretariat", "P4-10 state-social-service-regional.tirane");
    }

    @Test
    void aMissedConfirmationIsShownToTheSecretariatUntilItConfirms() {
        Case person = proposed().miss("P4-10");
        assertThat(person.open()).containsExactly("E3 ra-secretariat", "P4-10 ra-secretariat");
        person.complete("P4-10");
        assertThat(person.open()).isEmpty();
        assertThat(person.running()).isEmpty();
    }

    private Case proposed() {
        return cases.stage("case-closure", Map.of()).complete("P4-10", Map.of("closureReason", "movedAbroad"));
    }
}
