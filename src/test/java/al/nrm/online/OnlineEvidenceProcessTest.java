package al.nrm.online;

import static al.nrm.Cases.itIs;
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

/** What proves the offence is preserved first and taken down then, each within a day. */
@ProcessTest
@CoversProcess("online-evidence")
@TiraneTime("2026-11-02T10:00")
class OnlineEvidenceProcessTest {

    private static final Map<String, Object> REPORT =
            Map.of("channel", "online", "location", "https://a.example/1", "narrative", "Seen on a service.");

    @Autowired
    Cases cases;

    @Test
    void evidenceIsPreservedBeforeAnybodyAsksForTheTakedown() {
        Case report = cases.stage("online-evidence", REPORT);
        assertThat(report.tasks()).extracting("name").containsExactly("Request preservation");
        assertThat(report.due("P12-02")).isEqualTo(tirane("2026-11-03T10:00"));
        itIs("2026-11-02T15:00");
        report.complete("P12-02");
        assertThat(report.tasks()).extracting("name").containsExactly("Request takedown");
        assertThat(report.due("P12-02")).isEqualTo(tirane("2026-11-03T15:00"));
        report.complete("P12-02");
        assertThat(report.end()).isEqualTo("EndEvent_EvidenceSecured");
    }

    @Test
    void evidenceThatIsNotPreservedIsTheSupervisorsConcernAndThenTheMembers() {
        Case report = cases.stage("online-evidence", REPORT);
        report.miss("P12-02");
        assertThat(report.ladder()).containsExactly("E1 state-police-cyber.lead");
        report.miss("E1");
        assertThat(report.ladder()).containsExactly("E2 ra-seat.state-police-cyber");
        report.complete("P12-02");
        assertThat(report.ladder()).isEmpty();
    }

    @Test
    void aTakedownThatNobodyAsksForIsTheSupervisorsConcern() {
        Case report = cases.stage("online-evidence", REPORT);
        report.complete("P12-02").miss("P12-02");
        assertThat(report.ladder()).containsExactly("E1 state-police-cyber.lead");
    }
}
