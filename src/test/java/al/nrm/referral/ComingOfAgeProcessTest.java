package al.nrm.referral;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who turns 18 while the case runs decides from then on, and is asked (P3-16). */
@ProcessTest
@CoversProcess("coming-of-age")
@TiraneTime("2026-09-14T10:00")
class ComingOfAgeProcessTest {

    private static final String SOCIAL = "state-social-service-regional.tirane";
    private static final String ASKED = "P3-16 " + SOCIAL;

    @Autowired
    Cases cases;

    @Autowired
    WatchForMajority watch;

    @Autowired
    FormService forms;

    @ParameterizedTest
    @CsvSource({"2009-11-20, 2027-11-19T23:59, 2027-11-20T00:01", "2008-02-29, 2026-02-28T12:00, 2026-03-01T00:01"})
    void theYoungAdultIsAskedOnTheDayAndNotBeforeAndOnce(String born, String dayBefore, String day) {
        itIs("2026-02-02T10:00");
        Case child = child(born, Map.of());
        itIs(dayBefore);
        watch.look();
        assertThat(child.open()).doesNotContain(ASKED);
        itIs(day);
        watch.look();
        watch.look();
        assertThat(child.open()).filteredOn(ASKED::equals).hasSize(1);
        assertThat(forms.getTaskFormVariables(child.task("P3-16").getId())).containsEntry("dateOfBirth", born);
    }

    @Test
    void afterAnOutageOverTheBirthdayTheYoungAdultIsStillAsked() {
        Case child = child("2009-11-20", Map.of());
        itIs("2028-03-01T10:00");
        watch.look();
        assertThat(child.due("P3-16")).isEqualTo(tirane("2028-03-08T10:00"));
    }

    @Test
    void untilTheAnswerEverythingGoesOnAndWithItTheCaseIsAnAdults() {
        Case child = child("2009-11-20", Map.of("consentDataSharing", false));
        var before = child.open();
        itIs("2027-11-20T10:00");
        watch.look();
        assertThat(child.open()).containsAll(before);
        assertThat(child.fact("ageGroup")).containsExactly("child");
        child.complete("P3-16");
        assertThat(child.open()).isEqualTo(before);
        assertThat(child.instances()).isNotEmpty();
        assertThat(child.fact("ageGroup")).contains("adult");
        assertThat(forms.getTaskFormVariables(child.task("P1-07").getId())).containsEntry("ageGroup", "adult");
        watch.look();
        assertThat(child.open()).isEqualTo(before);
    }

    @Test
    void aYoungAdultWhoDeclinesIsLeftInPeace() {
        Case child = child("2009-11-20", Map.of());
        itIs("2027-11-20T10:00");
        watch.look();
        child.complete("P3-16", Map.of("consentAssistance", false));
        assertThat(child.open())
                .containsExactly(
                        "P1-06 child-protection-unit.tirane", "P1-06 state-police-minors.tirane", "P4-10 " + SOCIAL);
    }

    @Test
    void whoIsNotAskedInTimeIsTheSupervisorsConcern() {
        Case child = child("2009-11-20", Map.of());
        itIs("2027-11-20T10:00");
        watch.look();
        child.miss("P3-16");
        assertThat(child.ladder()).containsExactly("E1 " + SOCIAL + ".lead");
    }

    @Test
    void nobodyIsAskedAnyMoreOnceTheCaseHasEnded() {
        Case child = child("2009-11-20", Map.of());
        itIs("2027-11-20T10:00");
        watch.look();
        cases.start("incident", "state-police.tirane", Map.of("caseNumber", child.number(), "incident", "died"));
        child.completeAs("P3-15", SOCIAL, Map.of()).completeAs("P3-15", "ra-secretariat", Map.of());
        assertThat(child.open()).doesNotContain(ASKED);
        watch.look();
        assertThat(child.open()).doesNotContain(ASKED);
    }

    @Test
    void aBirthdayThatWasGivenSettlesNoDoubtAboutTheAge() {
        Case person = person("doubt", "2001-01-01", Map.of());
        watch.look();
        assertThat(person.open()).doesNotContain(ASKED);
    }

    private Case child(String born, Map<String, Object> answer) {
        return person("child", born, answer);
    }

    private Case person(String ageGroup, String born, Map<String, Object> answer) {
        var answers = new java.util.HashMap<>(answer);
        answers.put("dateOfBirth", born);
        return cases.report("state-police.tirane", Map.of("ageGroup", ageGroup))
                .complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "begging"))
                .complete("P1-05", answers);
    }
}
