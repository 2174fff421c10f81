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

/** A foreigner at the border (P1-10): the border police of the county pre-screen within 24 hours. */
@ProcessTest
@CoversProcess("border-pre-screening")
@TiraneTime("2026-11-02T10:00")
class BorderPreScreeningProcessTest {

    @Autowired
    Cases cases;

    @Test
    void theBorderPoliceOfTheCountyPreScreenWithin24Hours() {
        Case person = cases.stage("border-pre-screening", Map.of("county", "kukes", "nationality", "SYR"));
        assertThat(person.open()).containsExactly("P1-10 border-police.kukes");
        assertThat(person.due("P1-10")).isEqualTo(tirane("2026-11-03T10:00"));

        person.complete("P1-10");

        assertThat(person.end()).isEqualTo("EndEvent_PersonPreScreened");
    }

    @Test
    void aMissedPreScreeningReachesTheSupervisorAndThenTheBorderPolicesSeat() {
        Case person = cases.stage("border-pre-screening", Map.of("county", "kukes", "nationality", "SYR"));
        person.miss("P1-10");
        assertThat(person.open()).containsExactly("E1 border-police.kukes.lead", "P1-10 border-police.kukes");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E2 ra-seat.border-police");
        person.complete("P1-10");
        assertThat(person.running()).isEmpty();
    }
}
