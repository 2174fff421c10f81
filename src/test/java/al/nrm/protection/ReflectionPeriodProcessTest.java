package al.nrm.protection;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A foreigner's reflection period (P3-10 to P3-12): notice, time to recover, a free choice on day 75. */
@ProcessTest
@CoversProcess("reflection-period")
@TiraneTime("2026-11-02T10:00")
class ReflectionPeriodProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    private static final String CASE_MANAGER = "state-social-service-regional.tirane";

    @Test
    void theBorderPoliceGiveNoticeWithinTwoWorkingDays() {
        Case person = period();
        assertThat(person.open()).containsExactly("P3-10 border-police.tirane");
        assertThat(person.due("P3-10")).isEqualTo(tirane("2026-11-04T10:00"));
    }

    @Test
    void nobodyAsksThePersonAnythingBeforeDay75() {
        Case person = period();
        person.complete("P3-10");
        assertThat(person.open()).isEmpty();
        assertThat(person.waitsUntil()).containsExactly(tirane("2027-01-16T10:00"));
    }

    @Test
    void aLateNoticeDoesNotMoveDay75() {
        Case person = period();
        itIs("2026-11-20T10:00");
        person.complete("P3-10");
        assertThat(person.waitsUntil()).containsExactly(tirane("2027-01-16T10:00"));
    }

    @Test
    void onDay75TheCaseManagerRecordsTheChoiceWithinFiveWorkingDays() {
        Case person = onDay75();
        // Day 75 is a Saturday: five whole working days follow.
        assertThat(person.open()).containsExactly("P3-11 " + CASE_MANAGER);
        assertThat(person.due("P3-11")).isEqualTo(tirane("2027-01-25T00:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"permit", "cooperate"})
    void whoWantsToStayOrToCooperateGetsAPermitFileWithinTenDays(String choice) {
        Case person = onDay75();
        person.complete("P3-11", Map.of("reflectionChoice", choice));
        assertThat(person.open()).containsExactly("P3-12 border-police.tirane");
        assertThat(person.due("P3-12")).isEqualTo(tirane("2027-01-26T10:00"));
        person.complete("P3-12");
        assertThat(person.end()).isEqualTo("EndEvent_ReflectionEnded");
    }

    @Test
    void whoDoesNotChooseGetsNone() {
        Case person = onDay75();
        person.complete("P3-11", Map.of("reflectionChoice", "none"));
        assertThat(person.open()).isEmpty();
        assertThat(person.end()).isEqualTo("EndEvent_ReflectionEnded");
    }

    @Test
    void whoWantsToGoHomeIsFirstToldHowToStay() {
        Case person = onDay75();
        person.complete("P3-11", Map.of("reflectionChoice", "return"));
        assertThat(person.open()).containsExactly("P5-12 nrcvt");
        assertThat(person.end()).isEqualTo("EndEvent_ReflectionEnded");
    }

    @Test
    void aNoticeThatIsNotGivenReachesTheSecretariatAndThenTheChair() {
        Case person = period();
        person.miss("P3-10");
        assertThat(person.open()).containsExactly("E3 ra-secretariat", "P3-10 border-police.tirane");
        person.miss("E3");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P3-10");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aChoiceThatIsNotRecordedIsTheSecretariatsConcern() {
        Case person = onDay75();
        person.miss("P3-11");
        assertThat(person.open()).containsExactly("E3 ra-secretariat", "P3-11 " + CASE_MANAGER);
        person.complete("P3-11");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aPermitFileThatIsNotPreparedReachesTheBorderPolicesSeatAndThenTheChair() {
        Case person = onDay75();
        person.complete("P3-11", Map.of("reflectionChoice", "permit")).miss("P3-12");
        assertThat(person.open()).containsExactly("E2 ra-seat.border-police", "P3-12 border-police.tirane");
        person.miss("E2");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P3-12");
        assertThat(person.running()).isEmpty();
    }

    @Test
    void thePeriodEndsWithTheCase() {
        Case person = period();
        person.complete("P3-10");
        runtime.createMessageCorrelation("referral.closed")
                .processInstanceBusinessKey(person.number())
                .correlateAll();
        assertThat(person.end()).isEqualTo("EndEvent_EndedWithCase");
        assertThat(person.waits()).isEmpty();
    }

    private Case period() {
        return cases.stage("reflection-period", Map.of("nationality", "SYR"));
    }

    private Case onDay75() {
        Case person = period().complete("P3-10");
        Cases.itIs("2027-01-16T10:00");
        return person.letTimePass();
    }
}
