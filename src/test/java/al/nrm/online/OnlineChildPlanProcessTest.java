package al.nrm.online;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A child found through a report gets a plan of child protection and the police for minors within a day. */
@ProcessTest
@CoversProcess("online-child-plan")
@TiraneTime("2026-11-02T10:00")
class OnlineChildPlanProcessTest {

    private static final String PROTECTION = "child-protection-unit.shkoder";
    private static final String POLICE = "state-police-minors.shkoder";

    @Autowired
    Cases cases;

    @Test
    void bothPlanBesideEachOtherAndTheStageWaitsForBoth() {
        Case child = found();
        assertThat(child.open()).containsExactly("P12-03 " + PROTECTION, "P12-03 " + POLICE);
        assertThat(child.due(child.task("P12-03", PROTECTION))).isEqualTo(tirane("2026-11-03T10:00"));
        assertThat(child.due(child.task("P12-03", POLICE))).isEqualTo(tirane("2026-11-03T10:00"));
        child.completeAs("P12-03", PROTECTION, Map.of());
        assertThat(child.end()).isNull();
        child.completeAs("P12-03", POLICE, Map.of());
        assertThat(child.end()).isEqualTo("EndEvent_ChildPlanAgreed");
    }

    @ParameterizedTest
    @CsvSource({PROTECTION + ", ra-seat.child-rights-agency", POLICE + ", ra-seat.state-police-minors"})
    void whoeverIsSilentIsCalledByHisMemberOfTheResponsibleAuthorityAndThenTheSecretariat(String group, String member) {
        Case child = found();
        child.miss(child.task("P12-03", group));
        assertThat(child.ladder()).containsExactly("E2 " + member);
        child.miss("E2");
        assertThat(child.ladder()).containsExactly("E3 ra-secretariat");
    }

    private Case found() {
        return cases.stage(
                "online-child-plan",
                Map.of(
                        "channel", "online",
                        "county", "shkoder",
                        "ageGroup", "child",
                        "narrative", "Seen on a service.",
                        "triageNote", "A school is named."));
    }
}
