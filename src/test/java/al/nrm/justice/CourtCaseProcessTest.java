package al.nrm.justice;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A court case ends when it is concluded and nothing is left to be done for the victim. */
@ProcessTest
@CoversProcess("court-case")
@TiraneTime("2026-11-02T10:00")
class CourtCaseProcessTest {

    @Autowired
    RuntimeService runtime;

    @Autowired
    Cases cases;

    @Test
    void itIsConcludedByTheJudgmentAndSettledByWhatIsDoneForTheVictim() {
        Case person = courtCase();
        runtime.createMessageCorrelation("criminal-proceedings.concluded")
                .processInstanceBusinessKey(person.number())
                .correlateAll();
        assertThat(person.end()).isNull();
        assertThat(person.waits()).isEmpty();
        settle(person);
        assertThat(person.end()).isEqualTo("EndEvent_CourtCaseDone");
    }

    @Test
    void whereNobodyReportsTheJudgmentTheCoordinatorAsksAfterHalfAYear() {
        Case person = courtCase();
        settle(person);
        assertThat(person.open()).isEmpty();
        person.letTimePass();
        assertThat(person.open()).containsExactly("P6-08 victim-coordinator.tirane");
        person.complete("P6-08", Map.of("concluded", true));
        assertThat(person.end()).isEqualTo("EndEvent_CourtCaseDone");
    }

    private static void settle(Case person) {
        person.complete("P6-07").complete("P6-08").complete("P6-10", Map.of("assetsRequested", false));
        person.complete("P6-11", Map.of("claimWanted", false));
    }

    private Case courtCase() {
        return cases.stage(
                "court-case",
                Map.of("competentProsecution", "prosecution", "proceedings", "opened", "hearingOn", "2026-11-30"));
    }
}
