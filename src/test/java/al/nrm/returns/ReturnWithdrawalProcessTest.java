package al.nrm.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The consent to a return can be withdrawn at any hour, by whoever works on it. */
@ProcessTest
@CoversProcess("return-withdrawal")
@TiraneTime("2026-11-02T10:00")
class ReturnWithdrawalProcessTest {

    @Autowired
    Cases cases;

    @Test
    void whoeverWorksOnTheReturnOrHasWorkedOnItStopsIt() {
        Case person = cases.start("return", "consular-posts", Map.of()).complete("P5-02");
        Case withdrawal = cases.start(
                "return-withdrawal",
                "ra-secretariat",
                Map.of("caseNumber", " " + person.number().toLowerCase(java.util.Locale.ROOT)));
        assertThat(withdrawal.number()).isEqualTo(person.number());
        assertThat(withdrawal.end()).isEqualTo("EndEvent_ReturnStopped");
        assertThat(person.end()).isEqualTo("EndEvent_ReturnCalledOff");
    }

    @Test
    void aStrangerStopsNothingAndLearnsNothing() {
        Case person = cases.start("return", "consular-posts", Map.of());
        assertThatThrownBy(() -> cases.start("return-withdrawal", "vatra", Map.of("caseNumber", person.number())))
                .hasMessage("caseNumber: no return with this number is under way that you work on; call whoever does");
        assertThatThrownBy(() -> cases.start("return-withdrawal", "vatra", Map.of("caseNumber", "NRM-1999-000001")))
                .hasMessage("caseNumber: no return with this number is under way that you work on; call whoever does");
        assertThat(person.open()).containsExactly("P5-02 ra-secretariat");
    }

    @Test
    void afterTheArrivalThereIsNothingLeftToStop() {
        Case person = cases.start("return", "border-police.kukes", Map.of("channel", "border", "county", "kukes"));
        assertThatThrownBy(() ->
                        cases.start("return-withdrawal", "border-police.kukes", Map.of("caseNumber", person.number())))
                .hasMessageContaining("no return with this number");
    }
}
