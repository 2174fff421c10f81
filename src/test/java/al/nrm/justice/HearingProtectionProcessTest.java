package al.nrm.justice;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.FormRefused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Before each hearing the prosecution arranges what protects the victim (P6-07). */
@ProcessTest
@CoversProcess("hearing-protection")
@TiraneTime("2026-11-02T10:00")
class HearingProtectionProcessTest {

    @Autowired
    Cases cases;

    @Test
    void theProsecutionArrangesTheProtectionTwoWorkingDaysBeforeTheHearing() {
        Case person = hearing(Map.of("hearingOn", "2026-11-20"));
        assertThat(person.open()).containsExactly("P6-07 prosecution.tirane");
        assertThat(person.due("P6-07")).isEqualTo(tirane("2026-11-18T00:00"));
        person.complete("P6-07");
        assertThat(person.end()).isEqualTo("EndEvent_HearingProtected");
    }

    @Test
    void atTheSpecialCourtTheSpecialProsecutionDoes() {
        Case person = hearing(Map.of("hearingOn", "2026-11-20", "competentProsecution", "spak"));
        assertThat(person.open()).containsExactly("P6-07 spak");
    }

    @Test
    void aHearingThatIsAnnouncedTooLateIsDueInAQuarterOfAnHourAndReachesTheHeadOfTheOffice() {
        Case person = hearing(Map.of("hearingOn", "2026-11-02"));
        assertThat(person.due("P6-07")).isEqualTo(tirane("2026-11-02T10:15"));
        person.miss("P6-07");
        assertThat(person.open()).containsExactly("E1 prosecution.tirane.lead", "P6-07 prosecution.tirane");
        person.complete("P6-07");
        assertThat(person.running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sameGender", "noContact", "audioVisual"})
    void whatIsLeftOutNeedsItsReason(String measure) {
        Case person = hearing(Map.of("hearingOn", "2026-11-20"));
        assertThatThrownBy(() -> person.complete("P6-07", Map.of(measure, false, "measuresLeftOut", "")))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("measuresLeftOut: ");
        person.complete("P6-07", Map.of(measure, false, "measuresLeftOut", "The court has no such room."));
        assertThat(person.end()).isEqualTo("EndEvent_HearingProtected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "doubt"})
    void aChildIsHeardInARoomForChildrenOrTheFileSaysWhyNot(String ageGroup) {
        Case child = hearing(Map.of("hearingOn", "2026-11-20", "ageGroup", ageGroup));
        assertThatThrownBy(() -> child.complete("P6-07", Map.of("childRoom", false, "measuresLeftOut", "")))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("measuresLeftOut: ");
    }

    private Case hearing(Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(Map.of("competentProsecution", "prosecution"));
        all.putAll(facts);
        return cases.stage("hearing-protection", all);
    }
}
