package al.nrm.justice;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Compensation out of reach: it is offered to everyone (P6-11), and a claim is followed until it is paid (P6-12). */
@ProcessTest
@CoversProcess("compensation")
@TiraneTime("2026-11-02T10:00")
class CompensationProcessTest {

    @Autowired
    Cases cases;

    private static final String CASE_MANAGER = "state-social-service-regional.tirane";
    private static final String LAWYERS = "legal-aid-directorate";

    @Test
    void theCaseManagerOffersItWithinTenWorkingDays() {
        Case person = compensation("opened");
        assertThat(person.open()).containsExactly("P6-11 " + CASE_MANAGER);
        assertThat(person.due("P6-11")).isEqualTo(tirane("2026-11-16T10:00"));
    }

    @Test
    void theLawyerFilesTheClaimThreeWorkingDaysBeforeTheHearing() {
        Case person = compensation("opened").complete("P6-11", Map.of("claimWanted", true));
        assertThat(person.open()).containsExactly("P6-11 " + LAWYERS);
        assertThat(person.due("P6-11")).isEqualTo(tirane("2026-11-24T00:00"));
        person.complete("P6-11");
        assertThat(person.open()).isEmpty();
        person.letTimePass().complete("P6-12", Map.of("enforcement", "paid"));
        assertThat(person.end()).isEqualTo("EndEvent_CompensationSettled");
    }

    @Test
    void whereNobodyIsProsecutedTheLawyerGoesToTheCivilCourt() {
        Case person = compensation("notInitiated").complete("P6-11", Map.of("claimWanted", true));
        assertThat(person.open()).containsExactly("P6-11 " + LAWYERS);
        assertThat(person.due("P6-11")).isEqualTo(tirane("2026-12-02T10:00"));
        person.complete("P6-11").letTimePass().complete("P6-12");
        assertThat(person.end()).isEqualTo("EndEvent_CompensationSettled");
    }

    @Test
    void whoDoesNotWantItIsCountedAsAsked() {
        Case person = compensation("opened").complete("P6-11", Map.of("claimWanted", false));
        assertThat(person.end()).isEqualTo("EndEvent_ClaimDeclined");
    }

    @Test
    void anOfferThatIsNotMadeReachesTheSupervisorAndThenTheSecretariat() {
        Case person = compensation("opened").miss("P6-11");
        assertThat(person.ladder()).containsExactly("E1 " + CASE_MANAGER + ".lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P6-11");
        assertThat(person.ladder()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"opened", "notInitiated"})
    void aClaimThatIsNotFiledReachesTheSupervisorAndThenTheSecretariat(String proceedings) {
        Case person = compensation(proceedings).complete("P6-11").miss("P6-11");
        assertThat(person.open()).containsExactly("E1 " + LAWYERS + ".lead", "P6-11 " + LAWYERS);
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P6-11");
        assertThat(person.ladder()).isEmpty();
    }

    private Case compensation(String proceedings) {
        return cases.stage("compensation", Map.of("proceedings", proceedings, "hearingOn", "2026-11-27"));
    }
}
