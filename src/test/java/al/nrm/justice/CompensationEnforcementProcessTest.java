package al.nrm.justice;

import static al.nrm.Cases.itIs;
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

/** A claim is followed each quarter until it is paid or nothing can be recovered (P6-12). */
@ProcessTest
@CoversProcess("compensation-enforcement")
@TiraneTime("2026-11-02T10:00")
class CompensationEnforcementProcessTest {

    @Autowired
    Cases cases;

    @Test
    void eachQuarterCountsFromTheFilingOfTheClaim() {
        Case person = filed();
        assertThat(person.open()).isEmpty();
        assertThat(person.waitsUntil()).containsExactly(tirane("2027-01-31T10:00"));
        itIs("2027-02-04T15:00");
        person.letTimePass();
        assertThat(person.open()).containsExactly("P6-12 justice-ministry");
        assertThat(person.due("P6-12")).isEqualTo(tirane("2027-02-18T15:00"));
        person.complete("P6-12", Map.of("enforcement", "pending"));
        assertThat(person.waitsUntil()).containsExactly(tirane("2027-05-01T10:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "partlyPaid"})
    void whatIsNotSettledComesBack(String enforcement) {
        Case person = filed().letTimePass().complete("P6-12", Map.of("enforcement", enforcement));
        assertThat(person.end()).isNull();
        assertThat(person.waits()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid", "notRecoverable", "rejected"})
    void itEndsWhenTheClaimIsSettled(String enforcement) {
        Case person = filed().letTimePass().complete("P6-12", Map.of("enforcement", enforcement));
        assertThat(person.end()).isEqualTo("EndEvent_ClaimSettled");
    }

    @Test
    void aClaimThatNobodyFollowsReachesTheChairAndThenTheNationalCoordinator() {
        Case person = filed().letTimePass().miss("P6-12");
        assertThat(person.open()).containsExactly("E4 ra-chair", "P6-12 justice-ministry");
        person.miss("E4");
        assertThat(person.ladder()).containsExactly("E5 national-coordinator");
        person.complete("P6-12");
        assertThat(person.running()).isEmpty();
    }

    private Case filed() {
        return cases.stage(
                "compensation-enforcement",
                Map.of("claimCourt", "Tirana", "claimReference", "C-17", "claimAmount", 900000));
    }
}
