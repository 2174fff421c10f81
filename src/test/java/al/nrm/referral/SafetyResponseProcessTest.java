package al.nrm.referral;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Immediate danger (P1-02): the police of the county secure the person, at once and never after two hours unseen. */
@ProcessTest
@CoversProcess("safety-response")
@TiraneTime("2026-11-02T10:00")
class SafetyResponseProcessTest {

    @Autowired
    Cases cases;

    @Test
    void thePoliceOfTheCountySecureThePersonWithinTwoHours() {
        Case person = cases.stage("safety-response", Map.of("county", "durres"));
        assertThat(person.open()).containsExactly("P1-02 state-police.durres");
        assertThat(person.due("P1-02")).isEqualTo(tirane("2026-11-02T12:00"));

        person.complete("P1-02");

        assertThat(person.end()).isEqualTo("EndEvent_PersonSafe");
    }

    @Test
    void aPoliceThatDoesNotComeIsReportedToItsSupervisorAndThenToTheChair() {
        Case person = cases.stage("safety-response", Map.of());
        person.miss("P1-02");
        assertThat(person.open()).containsExactly("E1 state-police.tirane.lead", "P1-02 state-police.tirane");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
    }

    @Test
    void theLadderEndsWhenThePersonIsSafe() {
        Case person = cases.stage("safety-response", Map.of());
        person.miss("P1-02").complete("P1-02");
        assertThat(person.open()).isEmpty();
        assertThat(person.running()).isEmpty();
    }

    @Test
    void aSafetyTaskThatIsStillOpenDoesNotHoldTheCaseUp() {
        Case person = cases.report("labour-inspectorate.tirane", Map.of("immediateDanger", true));
        person.complete("P1-04", Map.of("indicators", List.of())).complete("P1-11");
        assertThat(person.end()).isEqualTo("EndEvent_NoIndicators");
        assertThat(person.open()).containsExactly("P1-02 state-police.tirane");
    }
}
