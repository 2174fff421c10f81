package al.nrm.justice;

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

/** The assets of the traffickers are asked for in time, and the agency answers (P6-10). */
@ProcessTest
@CoversProcess("asset-request")
@TiraneTime("2026-11-02T10:00")
class AssetRequestProcessTest {

    @Autowired
    Cases cases;

    @Test
    void theProsecutionAsksWithinTenWorkingDaysAndTheAgencyAnswersWithinTen() {
        Case person = request();
        assertThat(person.open()).containsExactly("P6-10 prosecution.tirane");
        assertThat(person.due("P6-10")).isEqualTo(tirane("2026-11-16T10:00"));
        person.complete("P6-10", Map.of("assetsRequested", true));
        assertThat(person.open()).containsExactly("P6-10 asset-agency");
        assertThat(person.due("P6-10")).isEqualTo(tirane("2026-11-16T10:00"));
        person.complete("P6-10");
        assertThat(person.end()).isEqualTo("EndEvent_AssetRequestAnswered");
    }

    @Test
    void whereThereAreNoneTheReasonIsGivenAndTheAgencyIsNotAsked() {
        Case person = request();
        person.complete("P6-10", Map.of("assetsRequested", false, "assetDescription", "No property in any register."));
        assertThat(person.end()).isEqualTo("EndEvent_NoAssets");
    }

    @Test
    void aRequestThatIsNotMadeAndOneThatIsNotAnsweredReachTheChair() {
        Case person = request().miss("P6-10");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P6-10");
        assertThat(person.ladder()).isEmpty();
        person.miss("P6-10");
        assertThat(person.open()).containsExactly("E4 ra-chair", "P6-10 asset-agency");
        person.complete("P6-10");
        assertThat(person.running()).isEmpty();
    }

    private Case request() {
        return cases.stage("asset-request", Map.of("competentProsecution", "prosecution"));
    }
}
