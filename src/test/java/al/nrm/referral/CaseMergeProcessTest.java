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
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The case manager of the case that goes on takes over what the merged one knew (P1-13). */
@ProcessTest
@CoversProcess("case-merge")
@TiraneTime("2026-09-14T10:00")
class CaseMergeProcessTest {

    private static final String SOCIAL = "state-social-service-regional.tirane";

    @Autowired
    Cases cases;

    @Autowired
    FormService forms;

    @Test
    void theCaseManagerLearnsWhatTheMergedCaseKnew() {
        Case first = agreed();
        Case second = cases.report(
                        "hotline",
                        Map.of(
                                "channel",
                                "hotline",
                                "narrative",
                                "Called at night.",
                                "safeContactRule",
                                "Let it ring twice."))
                .complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "sexual"))
                .complete("P1-05", Map.of("safeContactPhone", "+355 60 000 0002"));
        merge("hotline", second, first);
        assertThat(first.due("P1-13")).isEqualTo(tirane("2026-09-16T10:00"));
        assertThat(forms.getTaskFormVariables(first.task("P1-13").getId()))
                .containsEntry("mergedCase", second.number())
                .containsEntry("caseNumber", first.number())
                .containsEntry("handoverNote", "The hotline knows her voice.")
                .containsEntry("narrative", "Called at night.")
                .containsEntry("safeContactRule", "Let it ring twice.")
                .containsEntry("safeContactPhone", "+355 60 000 0002");
        first.complete("P1-13");
        assertThat(first.running()).doesNotContain("case-merge");
        assertThat(first.end()).isNull();
    }

    @Test
    void ofAnAdultWhoseDataAreNotSharedNothingIsHandedOverButTheNote() {
        Case first = agreed();
        Case second = cases.report("state-police.tirane", Map.of())
                .complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "sexual"))
                .complete("P1-05", Map.of("consentDataSharing", false, "safeContactPhone", "+355 60 000 0003"));
        merge("state-police.tirane", second, first);
        assertThat(forms.getTaskFormVariables(first.task("P1-13").getId()))
                .containsEntry("handoverNote", "The hotline knows her voice.")
                .containsEntry("narrative", null)
                .containsEntry("safeContactPhone", null);
    }

    @Test
    void whatIsNotTakenOverReachesTheSupervisor() {
        Case first = agreed();
        merge("state-police.tirane", agreed(), first);
        first.miss("P1-13");
        assertThat(first.ladder()).containsExactly("E1 " + SOCIAL + ".lead");
    }

    @Test
    void nothingIsTakenOverOnceTheCaseHasEnded() {
        Case first = agreed();
        merge("state-police.tirane", agreed(), first);
        cases.start(
                "incident",
                "state-police.tirane",
                Map.of("caseNumber", first.number(), "incident", "consentWithdrawn"));
        assertThat(first.open()).containsExactly("P4-10 " + SOCIAL);
    }

    private Case agreed() {
        return cases.agreed(Map.of());
    }

    private void merge(String user, Case merged, Case other) {
        Map<String, Object> incident = new HashMap<>();
        incident.put("caseNumber", merged.number());
        incident.put("incident", "duplicate");
        incident.put("otherCase", other.number());
        cases.start("incident", user, incident);
        merged.complete("P1-12", Map.of("samePerson", true, "handoverNote", "The hotline knows her voice."));
    }
}
