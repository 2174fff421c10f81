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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Competence, opening and charge, each with its reasons (P6-03); where nothing is opened, appeal and compensation all the same. */
@ProcessTest
@CoversProcess("criminal-proceedings")
@TiraneTime("2026-11-02T10:00")
class CriminalProceedingsProcessTest {

    @Autowired
    Cases cases;

    private static final String PROSECUTION = "prosecution.tirane";
    private static final Map<String, Object> NOT_INITIATED =
            Map.of("proceedings", "notInitiated", "appealUntil", "2026-11-20");

    @Test
    void theCountysProsecutionDecidesWithinFiveWorkingDays() {
        Case person = reported();
        assertThat(person.open()).containsExactly("P6-03 " + PROSECUTION);
        assertThat(person.due("P6-03")).isEqualTo(tirane("2026-11-09T10:00"));
    }

    @Test
    void openedProceedingsTellProtectAskForAssetsAndOfferCompensation() {
        Case person = reported().complete("P6-03", Map.of("hearingOn", "2026-11-30"));
        assertThat(person.open())
                .containsExactly(
                        "P6-07 " + PROSECUTION,
                        "P6-08 victim-coordinator.tirane",
                        "P6-10 " + PROSECUTION,
                        "P6-11 state-social-service-regional.tirane");
        person.complete("P6-07").complete("P6-08").complete("P6-10").complete("P6-10");
        person.complete("P6-11", Map.of("claimWanted", false));
        person.letTimePass().complete("P6-08", Map.of("concluded", true));
        assertThat(person.end()).isEqualTo("EndEvent_CourtCaseEnded");
    }

    @Test
    void whereCrimeIsOrganisedTheSpecialProsecutionGoesOn() {
        Case person = reported().complete("P6-03", Map.of("competentProsecution", "spak", "hearingOn", "2026-11-30"));
        assertThat(person.open()).contains("P6-07 spak", "P6-10 spak");
    }

    @Test
    void lesserChargesNoChargeIsChosenWithoutItsReason() {
        assertThatThrownBy(() -> reported()
                        .complete(
                                "P6-03",
                                Map.of("charge", "prostitution", "chargeChoice", "", "hearingOn", "2026-11-30")))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("chargeChoice: ");
    }

    @Test
    void whereNothingIsOpenedTheVictimIsToldAndTheLawyerExaminesAnAppeal() {
        Case person = reported().complete("P6-03", NOT_INITIATED);
        assertThat(person.open()).containsExactly("P6-08 victim-coordinator.tirane", "P6-09 legal-aid-directorate");
        assertThat(person.due("P6-09")).isEqualTo(tirane("2026-11-17T00:00"));
    }

    @Test
    void whereTheCourtOrdersItTheProsecutionDecidesAnew() {
        Case person = reported().complete("P6-03", NOT_INITIATED).complete("P6-08");
        person.complete("P6-09", Map.of("appealLodged", true)).complete("P6-09", Map.of("ruling", "overturned"));
        assertThat(person.open()).containsExactly("P6-03 " + PROSECUTION);
    }

    @Test
    void compensationOutOfReachItIsOfferedAlsoWhereNobodyIsProsecuted() {
        Case person = reported().complete("P6-03", NOT_INITIATED).complete("P6-08");
        person.complete("P6-09", Map.of("appealLodged", false));
        assertThat(person.open()).containsExactly("P6-11 state-social-service-regional.tirane");
        person.complete("P6-11", Map.of("claimWanted", false));
        assertThat(person.end()).isEqualTo("EndEvent_NotOpened");
    }

    @Test
    void aProsecutionThatDoesNotDecideIsReportedToTheChair() {
        Case person = reported().miss("P6-03");
        assertThat(person.open()).containsExactly("E4 ra-chair", "P6-03 " + PROSECUTION);
        person.complete("P6-03");
        assertThat(person.ladder()).isEmpty();
    }

    private Case reported() {
        return cases.stage("criminal-proceedings", Map.of("competentProsecution", "prosecution"));
    }
}
