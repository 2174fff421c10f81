package al.nrm.returns;

import static al.nrm.Cases.itIs;
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

/** The focal point abroad acknowledges a referral within 48 hours, or its silence is noticed. */
@ProcessTest
@CoversProcess("transnational-referral")
@TiraneTime("2026-11-02T10:00")
class TransnationalReferralProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Test
    void anAcknowledgedReferralNeedsNobody() {
        Case person = sent();
        assertThat(person.open()).isEmpty();
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-11-04T10:00"));
        runtime.createMessageCorrelation(ReturnProcess.ACKNOWLEDGED)
                .processInstanceBusinessKey(person.number())
                .correlateAll();
        assertThat(person.end()).isEqualTo("EndEvent_ReferralAcknowledged");
        assertThat(person.waits()).isEmpty();
    }

    @Test
    void anAcknowledgementThatComesLateEndsTheQuestionAndItsLadder() {
        Case person = sent().letTimePass().miss("P5-11");
        itIs("2026-11-05T10:00");
        runtime.createMessageCorrelation(ReturnProcess.ACKNOWLEDGED)
                .processInstanceBusinessKey(person.number())
                .correlateAll();
        assertThat(person.open()).isEmpty();
        assertThat(person.end()).isEqualTo("EndEvent_ReferralAcknowledged");
    }

    @Test
    void aSilentFocalPointIsAskedByTheConsularDirectorate() {
        Case person = sent().letTimePass();
        assertThat(person.open()).containsExactly("P5-11 consular-directorate");
        assertThat(person.due("P5-11")).isEqualTo(tirane("2026-11-04T10:00"));
        itIs("2026-11-04T10:00");
        person.complete("P5-11");
        assertThat(person.end()).isIn("EndEvent_ReferralReceived", "EndEvent_ReceiptConfirmed");
        assertThat(person.running()).isEmpty();
    }

    @Test
    void aReferralThatNobodyHasReachesTheSecretariatAndThenTheChair() {
        Case person = sent().letTimePass().miss("P5-11");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.miss("E3");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P5-11");
        assertThat(person.ladder()).isEmpty();
    }

    private Case sent() {
        return cases.stage(
                "transnational-referral", Map.of("hostCountry", "GBR", "referralSummary", "Needs a doctor."));
    }
}
