package al.nrm.returns;

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
import org.springframework.beans.factory.annotation.Autowired;

/** Papers, assessment and written consent of a person abroad (P5-04 to P5-07). */
@ProcessTest
@CoversProcess("return-preparation")
@TiraneTime("2026-11-02T10:00")
class ReturnPreparationProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Test
    void papersAndAssessmentGoBesideEachOther() {
        Case person = preparation("adult");
        assertThat(person.open()).containsExactly("P5-04 consular-posts", "P5-05 state-social-service-regional.tirane");
        assertThat(person.due("P5-04")).isEqualTo(tirane("2026-11-09T10:00"));
    }

    @Test
    void aChildHasItsPapersIn48Hours() {
        assertThat(preparation("child").due("P5-04")).isEqualTo(tirane("2026-11-04T10:00"));
    }

    @Test
    void theConsentIsAskedOnlyWhenThePersonCanBeToldWhatAwaits() {
        Case person = preparation("adult").complete("P5-04");
        assertThat(person.open()).containsExactly("P5-05 state-social-service-regional.tirane");
        person.complete("P5-05", Map.of("returnRiskFindings", "A debt is claimed."));
        assertThat(person.open()).containsExactly("P5-07 consular-posts");
        assertThat(person.due("P5-07")).isEqualTo(tirane("2026-11-09T10:00"));
        assertThat(runtime.getVariable(person.root(), "returnRiskFindings")).isEqualTo("A debt is claimed.");
        person.complete("P5-07", Map.of("returnConsent", false));
        assertThat(person.end()).isEqualTo("EndEvent_ConsentKnown");
        assertThat(person.fact("returnConsent")).containsExactly(false);
    }

    @Test
    void aChildForWhomStayingIsBestIsNotEvenAskedToReturn() {
        Case child = preparation("child").complete("P5-04").complete("P5-05").complete("P5-05");
        child.complete("P5-06", Map.of("bestInterest", "stay"));
        assertThat(child.end()).isEqualTo("EndEvent_NotInBestInterest");
        assertThat(child.fact("returnConsent")).isEmpty();
    }

    @Test
    void latePapersAreTheConsularSeatsConcern() {
        Case person = preparation("adult").miss("P5-04");
        assertThat(person.ladder()).containsExactly("E2 ra-seat.consular-directorate");
        person.complete("P5-04");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aConsentThatNobodyTakesIsTheSecretariatsConcern() {
        Case person = preparation("adult").complete("P5-04").complete("P5-05").miss("P5-07");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P5-07");
        assertThat(person.ladder()).isEmpty();
    }

    private Case preparation(String age) {
        return cases.stage("return-preparation", Map.of("ageGroup", age, "familyContactAllowed", true));
    }
}
