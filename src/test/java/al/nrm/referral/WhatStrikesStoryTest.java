package al.nrm.referral;

import static al.nrm.Cases.itIs;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.audit.Verification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two years of one girl's case in which almost everything strikes that can. */
@ProcessTest
@TiraneTime("2026-02-02T10:00")
class WhatStrikesStoryTest {

    private static final String SOCIAL = "state-social-service-regional.tirane";

    @Autowired
    Cases cases;

    @Autowired
    WatchForMajority watch;

    @Autowired
    FormService forms;

    @Autowired
    Verification verification;

    @Test
    void aGirlIsMetTwiceVanishesLosesHerGuardianComesOfAgeAndDies() {
        Case girl = met("state-police.tirane", Map.of());
        itIs("2026-05-11T09:00");
        Case again = met("hotline", Map.of("channel", "hotline", "narrative", "Called at night."));
        again.complete("P1-12", Map.of("samePerson", true, "handoverNote", "She sleeps at a friend's."));
        assertThat(again.end()).isEqualTo("EndEvent_EndedEarly");
        assertThat(forms.getTaskFormVariables(girl.task("P1-13").getId()))
                .containsEntry("narrative", "Called at night.");
        girl.complete("P1-13");

        itIs("2026-07-01T22:00");
        strike(girl, Map.of("incident", "missing"));
        girl.miss("P3-13");
        assertThat(girl.ladder()).containsExactly("E1 " + SOCIAL + ".lead");
        girl.complete("P3-13");

        itIs("2026-10-05T08:00");
        strike(girl, Map.of("incident", "roleLapsed", "lapsedRole", "guardian", "lapseReason", "left"));
        girl.complete("P3-17", Map.of("replacementName", "Besa Testi")).complete("P3-18");

        itIs("2027-03-15T06:00");
        watch.look();
        girl.complete("P3-16", Map.of("consentDataSharing", true));
        assertThat(girl.fact("ageGroup")).contains("adult");
        assertThat(girl.open()).contains("P1-07 state-police.tirane");

        itIs("2028-01-20T12:00");
        strike(girl, Map.of("incident", "died"));
        girl.completeAs("P3-15", SOCIAL, Map.of()).completeAs("P3-15", "ra-secretariat", Map.of());
        assertThat(girl.end()).isEqualTo("EndEvent_EndedEarly");
        assertThat(girl.fact("closureReason")).containsExactly("died");
        assertThat(verification.verify(List.of()).troubles())
                .filteredOn(trouble -> trouble.toString().contains(girl.number())
                        || trouble.toString().contains(again.number()))
                .isEmpty();
    }

    private Case met(String user, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(Map.of("ageGroup", "child", "unaccompanied", true));
        facts.putAll(more);
        return cases.report(user, facts)
                .complete("P1-04", Map.of("indicators", List.of("V06", "E03"), "exploitationType", "begging"))
                .complete(
                        "P1-05",
                        Map.of("fullName", "Zana Gjithçka", "dateOfBirth", "2009-03-15", "parentName", "Dritan"));
    }

    private void strike(Case person, Map<String, Object> what) {
        Map<String, Object> fields = new HashMap<>(what);
        fields.put("caseNumber", person.number());
        cases.start("incident", "state-police.tirane", fields);
    }
}
