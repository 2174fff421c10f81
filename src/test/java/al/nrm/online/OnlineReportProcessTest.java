package al.nrm.online;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.FormRefused;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A report of exploitation online is looked into within the day, within the hour where harm is imminent, and answered. */
@ProcessTest
@CoversProcess("online-report")
@TiraneTime("2026-11-02T10:00")
class OnlineReportProcessTest {

    private static final String CYBER = "state-police-cyber";

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Test
    void aReportIsTriagedWithinADay() {
        Case report = report("isigurt", Map.of());
        assertThat(report.open()).containsExactly("P12-01 " + CYBER);
        assertThat(report.due("P12-01")).isEqualTo(tirane("2026-11-03T10:00"));
        assertThat(report.number()).matches("NRM-2026-\\d{6}");
        assertThat(report.fact("channel")).containsExactly("online");
        assertThat(report.fact("reportingInstitution")).containsExactly("isigurt");
    }

    @Test
    void imminentHarmIsTriagedWithinTheHour() {
        Case report = report("child-helpline", Map.of("immediateDanger", true));
        assertThat(report.open()).containsExactly("P12-01 " + CYBER);
        assertThat(report.due("P12-01")).isEqualTo(tirane("2026-11-02T11:00"));
        report.complete("P12-01", Map.of("reasonToAct", false));
        assertThat(report.open()).containsExactly("P12-05 " + CYBER);
    }

    @Test
    void theClockCountsFromTheIntakeHoweverLateTheCaseIsOpened() {
        Case late = cases.stage(
                "online-report",
                Map.of(
                        "reportingInstitution",
                        "isigurt",
                        "reportedAt",
                        Date.from(tirane("2026-11-02T04:30")),
                        "severity",
                        0,
                        RegisterOnlineReport.REPORT,
                        "taken in before an outage"));
        assertThat(late.due("P12-01")).isEqualTo(tirane("2026-11-03T04:30"));
    }

    @Test
    void indicatorsAloneMayMakeHarmImminent() {
        Case report = report("isigurt", Map.of("indicators", List.of("E08", "K01"), "county", "kukes"));
        assertThat(report.fact("severity")).containsExactly(121);
        assertThat(report.due("P12-01")).isEqualTo(tirane("2026-11-02T11:00"));
    }

    @Test
    void whatGivesNoReasonToActIsCountedAndTheReporterIsToldWithinSevenDays() {
        Case report = report("isigurt", Map.of());
        report.complete("P12-01", Map.of("reasonToAct", false));
        assertThat(report.fact("closureReason")).containsExactly("noIndicators");
        assertThat(report.due("P12-05")).isEqualTo(tirane("2026-11-09T10:00"));
        report.complete("P12-05");
        assertThat(report.end()).isEqualTo("EndEvent_ReporterInformed");
        assertThat(report.running()).isEmpty();
    }

    @Test
    void theReporterIsToldBesideTheResponse() {
        Case report = report("isigurt", Map.of());
        triaged(report);
        assertThat(report.open()).containsExactly("P12-02 " + CYBER, "P12-04 " + CYBER, "P12-05 " + CYBER);
        report.complete("P12-05").complete("P12-02").complete("P12-02");
        itIs("2026-11-04T09:00");
        report.complete("P12-04", Map.of("traffickingSuspected", false));
        assertThat(report.end()).isEqualTo("EndEvent_OnlineReportAnswered");
        assertThat(report.fact("closureReason")).containsExactly("noIndicators");
    }

    /** Domain 16: "Online crime untouched". Each step has a clock, and a silent sector its supervisor and the secretariat. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlineCrimeIsNotLeftUntouched(boolean danger) {
        Case report = report("isigurt", Map.of("immediateDanger", danger));
        report.miss("P12-01");
        assertThat(report.ladder()).containsExactly("E1 " + CYBER + ".lead");
        report.miss("E1");
        assertThat(report.ladder()).containsExactly("E3 ra-secretariat");
        report.complete("P12-01", Map.of("reasonToAct", false));
        assertThat(report.ladder()).isEmpty();
        report.miss("P12-05");
        assertThat(report.ladder()).containsExactly("E1 " + CYBER + ".lead");
        report.complete("P12-05");
        assertThat(report.running()).isEmpty();
    }

    @Test
    void theSameMaterialIsLookedIntoOnceAndTakenDownWhereverItWasSeen() {
        String hash = hash();
        Case first = report("isigurt", Map.of("hashes", hash, "location", "https://a.example/1"));
        Case second = report(
                "child-helpline",
                Map.of(
                        "hashes",
                        "ffff " + hash.toUpperCase(),
                        "location",
                        "https://b.example/2",
                        "reference",
                        "B-" + hash));
        assertThat(second.end()).isEqualTo("EndEvent_JoinedKnownReport");
        assertThat(second.fact("closureReason")).containsExactly("transferred");
        triaged(first);
        assertThat(first.fact("sightings")).containsExactly(1);
        assertThat(tasks.getVariable(first.task("P12-02").getId(), "location"))
                .isEqualTo("https://a.example/1\nhttps://b.example/2");
        assertThat(tasks.getVariable(first.task("P12-05").getId(), "sightingReferences"))
                .isEqualTo("B-" + hash);
    }

    @Test
    void materialThatTurnsUpAgainAfterItsTriageIsLookedIntoAnew() {
        String hash = hash();
        triaged(report("isigurt", Map.of("hashes", hash)));
        assertThat(report("isigurt", Map.of("hashes", hash)).open()).containsExactly("P12-01 " + CYBER);
    }

    @Test
    void aReporterSendsTheSameReferenceOnce() {
        String reference = "R-" + hash();
        report("isigurt", Map.of("reference", reference));
        assertThatThrownBy(() -> report("isigurt", Map.of("reference", reference)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("reference: you have reported this already");
        assertThat(report("child-helpline", Map.of("reference", reference)).open())
                .as("another's number")
                .containsExactly("P12-01 " + CYBER);
    }

    @ParameterizedTest
    @CsvSource({"narrative, 'see data:image/png;base64,iVBORw0KGgo='", "location, 'data:video/mp4;base64,AAAA'"})
    void materialIsRefused(String field, String text) {
        assertThatThrownBy(() -> report("isigurt", Map.of(field, text)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining(field + ": the material itself is never sent");
    }

    @Test
    void encodedMaterialIsRefusedAndALongAddressIsNot() {
        String encoded = "QUJD".repeat(100);
        assertThatThrownBy(() -> report("isigurt", Map.of("narrative", encoded)))
                .hasMessageContaining("the material itself is never sent");
        assertThat(report("isigurt", Map.of("location", "https://a.example/" + encoded))
                        .open())
                .hasSize(1);
    }

    @Test
    void whoTakesNoOnlineReportsCannotBeginOne() {
        assertThatThrownBy(() -> report("vatra", Map.of())).isInstanceOf(RuntimeException.class);
        String both = cases.memberOf("isigurt", "child-helpline");
        assertThatThrownBy(() -> report(both, Map.of()))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("reportingInstitution: required");
        assertThat(report(both, Map.of("reportingInstitution", "isigurt")).fact("reportingInstitution"))
                .containsExactly("isigurt");
    }

    /** From the helpline's call to the closure of a trafficked girl's case, over half a year. */
    @Test
    void aGirlWhoIsLiveStreamedForMoneyIsFoundProtectedAndFollowed() {
        Case girl = report(
                "child-helpline",
                Map.of(
                        "immediateDanger",
                        true,
                        "indicators",
                        List.of("E08", "K01"),
                        "county",
                        "fier",
                        "sex",
                        "female"));
        itIs("2026-11-02T10:40");
        girl.complete("P12-01", Map.of("immediateDanger", true, "childIdentified", true, "county", "fier"));
        assertThat(girl.open())
                .containsExactly(
                        "P1-02 state-police.fier",
                        "P12-02 " + CYBER,
                        "P12-03 child-protection-unit.fier",
                        "P12-03 state-police-minors.fier",
                        "P12-04 " + CYBER,
                        "P12-05 " + CYBER);
        girl.complete("P1-02")
                .completeAs("P12-03", "child-protection-unit.fier", Map.of())
                .completeAs("P12-03", "state-police-minors.fier", Map.of())
                .complete("P12-02")
                .complete("P12-02");
        itIs("2026-11-03T09:00");
        girl.complete("P12-04", Map.of("traffickingSuspected", true, "sex", "female", "nationality", "ALB"));
        girl.complete("P12-05");
        assertThat(girl.open()).containsExactly("P1-04 child-helpline");
        assertThat(girl.fact("channel")).containsExactly("online");
        girl.complete("P1-04", Map.of("indicators", List.of("E08", "K01"), "exploitationType", "sexual"));
        assertThat(girl.open()).contains("P1-05 child-helpline", "P1-06 child-protection-unit.fier");
        itIs("2027-05-03T09:00");
        finish(girl);
        assertThat(girl.end()).isEqualTo("EndEvent_OnlineReportAnswered");
        assertThat(girl.fact("closureReason")).hasSize(1).doesNotContain("noIndicators");
    }

    private Case report(String user, Map<String, Object> facts) {
        Map<String, Object> fields = new HashMap<>(Map.of("immediateDanger", false, "county", "tirane"));
        fields.putAll(facts);
        return cases.start("online-report", user, fields);
    }

    private static void triaged(Case report) {
        report.complete("P12-01", Map.of("immediateDanger", false, "childIdentified", false, "county", "tirane"));
    }

    private static void finish(Case person) {
        for (int act = 0; act < 200 && person.end() == null; act++) {
            List<String> open = person.open();
            if (open.isEmpty()) {
                person.letTimePass();
            } else {
                person.complete(open.get(0).split(" ")[0]);
            }
        }
    }

    private static String hash() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
