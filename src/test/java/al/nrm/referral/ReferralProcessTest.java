package al.nrm.referral;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The case of one person, from the report to each of its three ends. */
@ProcessTest
class ReferralProcessTest {

    @Autowired
    Cases cases;

    @Test
    void aScreeningWithoutIndicatorsIsClosedAndCounted() {
        Case person = cases.report("labour-inspectorate.durres", Map.of("channel", "inspection", "county", "durres"));
        assertThat(person.open()).containsExactly("P1-04 labour-inspectorate.durres");
        person.complete("P1-04", Map.of("indicators", List.of(), "exploitationType", "unknown"));
        assertThat(person.open()).containsExactly("P1-11 labour-inspectorate.durres");
        person.complete("P1-11");
        assertThat(person.end()).isEqualTo("EndEvent_NoIndicators");
        assertThat(person.fact("closureReason")).containsExactly("noIndicators");
    }
}
