package al.nrm.referral;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Protection, notification (P1-08), registration (P1-09) and formal identification run beside each other; none holds another up. */
@ProcessTest
@CoversProcess("multi-agency-response")
@TiraneTime("2026-11-02T10:00")
class MultiAgencyResponseProcessTest {

    @Autowired
    Cases cases;

    private static final String POLICE = "state-police-at.tirane";
    private static final String SOCIAL_SERVICE = "state-social-service-regional.tirane";

    @Test
    void protectionAndNotificationBeginTogetherForAPotentialVictim() {
        Case person = response(false);
        assertThat(person.open()).containsExactly("P1-07 state-police.tirane", "P1-08 state-police.tirane");
        assertThat(person.due("P1-08")).isEqualTo(tirane("2026-11-03T10:00"));
        assertThat(person.fact("identificationStatus")).containsExactly("potential");
    }

    @Test
    void theSecretariatRegistersTheCaseOnTheNextWorkingDay() {
        Cases.itIs("2026-11-06T16:30");
        Case person = response(false);
        person.complete("P1-08");
        assertThat(person.open())
                .containsExactly("P1-07 state-police.tirane", "P1-09 ra-secretariat", "P6-01 " + POLICE);
        assertThat(person.due("P1-09")).isEqualTo(tirane("2026-11-09T16:30"));
    }

    @Test
    void formalIdentificationRunsBesideProtectionWhereThePersonAsksForIt() {
        Case person = response(true);
        person.complete("P1-08");
        assertThat(person.open())
                .containsExactly(
                        "P1-07 state-police.tirane", "P1-09 ra-secretariat", "P2-01 " + POLICE, "P6-01 " + POLICE);
    }

    @Test
    void theResponseEndsWhenProtectionHasEndedAndTheCaseIsRegistered() {
        Case person = response(false);
        person.complete("P1-08");
        protect(person);
        assertThat(person.end()).isNull();
        person.complete("P1-09");
        assertThat(person.open()).containsExactly("P4-01 " + SOCIAL_SERVICE, "P6-01 " + POLICE);
        person.breakOffReintegration();
        assertThat(person.end()).isEqualTo("EndEvent_ResponseEnded");
    }

    @Test
    void theResponseWaitsForTheIdentificationThatWasAskedFor() {
        Case person = response(true);
        person.complete("P1-08").complete("P1-09");
        protect(person);
        assertThat(person.open()).containsExactly("P2-01 " + POLICE, "P6-01 " + POLICE);
        person.complete("P2-01").complete("P2-02", Map.of("requestConfirmed", false));
        person.breakOffReintegration();
        assertThat(person.end()).isEqualTo("EndEvent_ResponseEnded");
        assertThat(person.fact("identificationStatus")).containsExactly("potential");
    }

    @Test
    void whoIsFoundNotToBeAVictimIsReferredElsewhereAndProtectionEnds() {
        Case person = response(true);
        person.complete("P1-08")
                .complete("P1-09")
                .complete("P2-01")
                .complete("P2-02")
                .complete("P2-06");
        Map<String, Object> notVictim = Map.of("outcome", "notVictim", "reasons", "No trafficking found.");
        person.completeAs("P2-07", POLICE, notVictim).completeAs("P2-07", SOCIAL_SERVICE, notVictim);
        person.complete("P2-08", Map.of("reviewRequested", false));
        assertThat(person.open())
                .containsExactly("P1-07 state-police.tirane", "P2-10 " + SOCIAL_SERVICE, "P6-01 " + POLICE);

        person.complete("P2-10");

        assertThat(person.open()).containsExactly("P6-01 " + POLICE);
        assertThat(person.end()).isEqualTo("EndEvent_NotVictim");
    }

    @Test
    void missedNotificationReachesTheSeatTheSecretariatAndTheChair() {
        Case person = response(false);
        person.miss("P1-08");
        assertThat(person.open())
                .containsExactly(
                        "E2 ra-seat.state-police-at", "P1-07 state-police.tirane", "P1-08 state-police.tirane");
        person.miss("E2");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.miss("E3");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");

        person.complete("P1-08");

        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aCaseThatIsNotRegisteredIsReportedToTheChair() {
        Case person = response(false);
        person.complete("P1-08").miss("P1-09");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P1-09");
        assertThat(person.ladder()).isEmpty();
    }

    private Case response(boolean formalIdentification) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "identificationStatus",
                "none",
                "consentAssistance",
                true,
                "consentFormalIdentification",
                formalIdentification,
                "exploitationType",
                "sexual"));
        List.of("indicators", "safeContactPhone", "safeContactTime").forEach(unknown -> facts.put(unknown, null));
        return cases.stage("multi-agency-response", facts);
    }

    private static void protect(Case person) {
        person.complete("P1-07", Map.of("shelterNeeded", false))
                .complete("P3-05")
                .complete("P3-06")
                .complete("P3-07")
                .complete("P3-08")
                .complete("P3-09");
    }
}
