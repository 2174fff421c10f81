package al.nrm.online;

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
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Danger, evidence, child and trafficking are dealt with beside each other; a suspicion of trafficking begins a referral. */
@ProcessTest
@CoversProcess("online-response")
@TiraneTime("2026-11-02T10:00")
class OnlineResponseProcessTest {

    private static final String CYBER = "state-police-cyber";

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Test
    void evidenceAndTheCheckForTraffickingBeginAtOnce() {
        Case report = response(Map.of());
        assertThat(report.open()).containsExactly("P12-02 " + CYBER, "P12-04 " + CYBER);
        assertThat(report.due("P12-04")).isEqualTo(tirane("2026-11-04T10:00"));
    }

    @Test
    void whereAnyoneIsInDangerTheCountysPoliceAreCalledOnce() {
        Case report = response(Map.of("immediateDanger", true));
        assertThat(report.open()).contains("P1-02 state-police.durres");
        report.complete("P12-04", Map.of("traffickingSuspected", true));
        assertThat(report.open().stream().filter(task -> task.startsWith("P1-02")))
                .as("the referral calls nobody a second time")
                .hasSize(1);
    }

    @Test
    void aChildWhoIsIdentifiedGetsAPlanByChildProtectionAndPoliceForMinors() {
        Case report = response(Map.of("childIdentified", true));
        assertThat(report.open()).contains("P12-03 child-protection-unit.durres", "P12-03 state-police-minors.durres");
        report.completeAs("P12-03", "child-protection-unit.durres", Map.of())
                .completeAs("P12-03", "state-police-minors.durres", Map.of());
        report.complete("P12-02").complete("P12-02").complete("P12-04", Map.of("traffickingSuspected", false));
        assertThat(report.end()).isEqualTo("EndEvent_ResponseEnded");
    }

    @Test
    void withoutASuspicionOfTraffickingTheResponseEndsWithItsTakedown() {
        Case report = response(Map.of());
        report.complete("P12-04", Map.of("traffickingSuspected", false));
        assertThat(report.end()).isNull();
        assertThat(report.fact("closureReason")).containsExactly("noIndicators");
        report.complete("P12-02").complete("P12-02");
        assertThat(report.end()).isEqualTo("EndEvent_ResponseEnded");
    }

    @ParameterizedTest
    @CsvSource({
        "isigurt,            isigurt",
        "schools.korce,      schools.korce",
        "state-police-cyber, state-police-minors.durres",
        "hotline,            hotline"
    })
    void aSuspicionBeginsAReferralAtAFirstResponder(String reporter, String firstResponder) {
        Case report = response(Map.of("reportingInstitution", reporter));
        report.complete(
                "P12-04",
                Map.of(
                        "traffickingSuspected", true,
                        "nationality", "XKX",
                        "sex", "male",
                        "checkAccount", "A boy is offered on three services."));
        assertThat(report.open()).contains("P1-04 " + firstResponder);
        assertThat(report.running()).contains("referral", "initial-identification");
        assertThat(report.fact("channel")).containsExactly("online");
        assertThat(tasks.getVariables(report.task("P1-04").getId()))
                .containsEntry("narrative", "A boy is offered on three services.")
                .containsEntry("nationality", "XKX")
                .containsEntry("county", "durres");
    }

    @Test
    void theScreeningMayFindNothingAndTheReferralEndsThere() {
        Case report = response(Map.of());
        report.complete("P12-02").complete("P12-02").complete("P12-04", Map.of("traffickingSuspected", true));
        report.complete("P1-04", Map.of("indicators", List.of())).complete("P1-11");
        assertThat(report.end()).isEqualTo("EndEvent_ResponseEnded");
        assertThat(report.fact("closureReason")).containsExactly("noIndicators");
    }

    @Test
    void aCheckThatIsNotMadeReachesTheRaMember() {
        Case report = response(Map.of());
        report.miss("P12-04");
        assertThat(report.ladder()).containsExactly("E2 ra-seat.state-police-cyber");
    }

    private Case response(Map<String, Object> facts) {
        Map<String, Object> known = new HashMap<>(Map.of(
                "channel", "online",
                "county", "durres",
                "ageGroup", "child",
                "reportingInstitution", "isigurt",
                "immediateDanger", false,
                "childIdentified", false,
                "location", "https://a.example/1",
                "narrative", "Seen on a service."));
        known.putAll(facts);
        return cases.stage("online-response", known);
    }
}
