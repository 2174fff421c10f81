package al.nrm.justice;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.Sight;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The victim is told what happens, and of a release before it happens (P6-08). */
@ProcessTest
@CoversProcess("victim-notice")
@TiraneTime("2026-11-02T10:00")
class VictimNoticeProcessTest {

    @Autowired
    Sight sight;

    @Autowired
    Cases cases;

    private static final String COORDINATOR = "victim-coordinator.tirane";

    @Test
    void theVictimIsToldWithinADay() {
        Case person = notice(Map.of("courtEvent", "arrest", "eventOn", "2026-11-01"));
        assertThat(person.open()).containsExactly("P6-08 " + COORDINATOR);
        assertThat(person.due("P6-08")).isEqualTo(tirane("2026-11-03T10:00"));
        person.complete("P6-08");
        assertThat(person.end()).isEqualTo("EndEvent_VictimTold");
    }

    @Test
    void ofAReleaseTheVictimIsWarnedADayBeforeItHappens() {
        Case person = notice(Map.of("courtEvent", "release", "eventOn", "2026-11-04", "releaseSoon", true));
        assertThat(person.open()).containsExactly("P6-08 " + COORDINATOR);
        assertThat(person.due("P6-08")).isEqualTo(tirane("2026-11-03T00:00"));
        person.complete("P6-08");
        assertThat(person.end()).isEqualTo("EndEvent_VictimWarned");
    }

    @Test
    void aNoticeThatIsNotGivenReachesTheHeadOfTheOfficeAndThenTheChair() {
        Case person = notice(Map.of("courtEvent", "arrest")).miss("P6-08");
        assertThat(person.open()).containsExactly("E1 " + COORDINATOR + ".lead", "P6-08 " + COORDINATOR);
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P6-08");
        assertThat(person.running()).isEmpty();
    }

    @Test
    void aWarningThatIsNotGivenReachesTheHeadOfTheOfficeAndThenTheChair() {
        Case person = notice(Map.of("courtEvent", "release", "eventOn", "2026-11-02", "releaseSoon", true))
                .miss("P6-08");
        assertThat(person.ladder()).containsExactly("E1 " + COORDINATOR + ".lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P6-08");
        assertThat(person.running()).isEmpty();
    }

    @Test
    void theWayToReachThePersonIsSeenAlsoAfterTheCaseIsClosed() {
        // Here runs no referral, as after the closure of a case.
        Case person = notice(Map.of("courtEvent", "release", "eventOn", "2026-11-04", "releaseSoon", true));
        assertThat(sight.fields(person.task("P6-08").getId())).contains("noticeContact", "lawyerPhone");
        Case told = notice(Map.of("courtEvent", "judgment", "eventOn", "2026-11-01"));
        assertThat(sight.fields(told.task("P6-08").getId())).contains("noticeContact", "lawyerPhone");
    }

    private Case notice(Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("noticeContact", "Through the lawyer, before noon.");
        return cases.stage("victim-notice", all);
    }
}
