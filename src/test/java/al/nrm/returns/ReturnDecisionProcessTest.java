package al.nrm.returns;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody is repatriated who has not been told how to stay (P5-12, P5-05 to P5-07). */
@ProcessTest
@CoversProcess("return-decision")
@TiraneTime("2026-11-02T10:00")
class ReturnDecisionProcessTest {

    @Autowired
    Cases cases;

    @Test
    void thePermitOptionsAreExplainedBeforeAnythingElseIsDone() {
        Case person = decision("adult");
        assertThat(person.open()).containsExactly("P5-12 nrcvt");
        assertThat(person.due("P5-12")).isEqualTo(tirane("2026-11-09T10:00"));
    }

    @Test
    void whoWantsToStayThenStays() {
        Case person = decision("adult").complete("P5-12", Map.of("returnWish", "stay"));
        assertThat(person.end()).isEqualTo("EndEvent_StaysByChoice");
    }

    @Test
    void whoStillWantsToReturnIsAssessedAndThenAskedForTheWrittenConsentByIom() {
        Case person = decision("adult").complete("P5-12").complete("P5-05");
        assertThat(person.open()).containsExactly("P5-07 iom");
        person.complete("P5-07");
        assertThat(person.end()).isEqualTo("EndEvent_ConsentKnown");
    }

    @Test
    void aChildIsNotSentBackAgainstItsBestInterests() {
        Case child = decision("child").complete("P5-12").complete("P5-05").complete("P5-05");
        child.complete("P5-06", Map.of("bestInterest", "stay"));
        assertThat(child.end()).isEqualTo("EndEvent_NotInBestInterest");
    }

    @Test
    void optionsThatNobodyExplainsAndAConsentThatNobodyTakesAreTheSecretariatsConcern() {
        Case person = decision("adult").miss("P5-12");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P5-12").complete("P5-05").miss("P5-07");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P5-07");
        assertThat(person.ladder()).isEmpty();
    }

    private Case decision(String age) {
        return cases.stage("return-decision", Map.of("ageGroup", age, "nationality", "SYR"));
    }
}
