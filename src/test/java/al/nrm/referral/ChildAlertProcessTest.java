package al.nrm.referral;

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

/** A child, or a person whose age is in doubt (P1-06): child protection and the police for minors act at once, each on its own. */
@ProcessTest
@CoversProcess("child-alert")
@TiraneTime("2026-11-02T10:00")
class ChildAlertProcessTest {

    @Autowired
    Cases cases;

    private static final String UNIT = "child-protection-unit.shkoder";
    private static final String POLICE = "state-police-minors.shkoder";

    @Test
    void childProtectionAndThePoliceForMinorsAreCalledTogether() {
        Case child = child();
        assertThat(child.open()).containsExactly("P1-06 " + UNIT, "P1-06 " + POLICE);
        assertThat(child.due(child.task("P1-06", UNIT))).isEqualTo(tirane("2026-11-02T12:00"));
        assertThat(child.due(child.task("P1-06", POLICE))).isEqualTo(tirane("2026-11-02T12:00"));
    }

    @Test
    void theChildIsAttendedToOnlyWhenBothHaveActed() {
        Case child = child();
        child.completeAs("P1-06", POLICE, Map.of());
        assertThat(child.open()).containsExactly("P1-06 " + UNIT);
        assertThat(child.end()).isNull();
        child.completeAs("P1-06", UNIT, Map.of());
        assertThat(child.end()).isEqualTo("EndEvent_ChildAttended");
    }

    @Test
    void eachOfTheTwoHasALadderOfItsOwn() {
        Case child = child();
        child.miss(child.task("P1-06", UNIT));
        assertThat(child.ladder()).containsExactly("E1 " + UNIT + ".lead");
        child.miss(child.task("P1-06", POLICE));
        assertThat(child.ladder()).containsExactly("E1 " + UNIT + ".lead", "E1 " + POLICE + ".lead");

        child.completeAs("P1-06", UNIT, Map.of());
        assertThat(child.ladder()).containsExactly("E1 " + POLICE + ".lead");
        child.miss("E1");
        assertThat(child.ladder()).containsExactly("E3 ra-secretariat");

        child.completeAs("P1-06", POLICE, Map.of());
        assertThat(child.running()).isEmpty();
    }

    private Case child() {
        return cases.stage("child-alert", Map.of("county", "shkoder", "ageGroup", "child"));
    }
}
