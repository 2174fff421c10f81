package al.nrm.returns;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A return without notice at the border (P5-14): recorded beside the screening, and the sending country asked. */
@ProcessTest
@CoversProcess("unannounced-return")
@TiraneTime("2026-11-02T10:00")
class UnannouncedReturnProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    Outbox outbox;

    @Test
    void theBorderPoliceRecordItWithinFourHoursAndTheSendingCountryIsAskedWithoutAName() {
        Case person = found();
        assertThat(person.open()).containsExactly("P5-14 border-police.tirane");
        assertThat(person.due("P5-14")).isEqualTo(tirane("2026-11-02T14:00"));
        person.complete("P5-14", Map.of("returnCircumstances", "Put over the border at night."));
        assertThat(person.end()).isEqualTo("EndEvent_ReturnRecorded");
        assertThat(posted(person)).singleElement().satisfies(report -> {
            assertThat(report.path("messageType").asText()).isEqualTo("report");
            assertThat(report.path("recipient").asText()).isEqualTo("GBR");
            assertThat(report.path("cas_IncomingReferralDetails").asText()).isEqualTo("Put over the border at night.");
            assertThat(report.toString()).doesNotContain("Ana");
        });
    }

    @Test
    void aReturnThatIsNotRecordedReachesTheBorderPolicesSeat() {
        Case person = found().miss("P5-14");
        assertThat(person.open()).containsExactly("E2 ra-seat.border-police", "P5-14 border-police.tirane");
        person.complete("P5-14");
        assertThat(person.ladder()).isEmpty();
    }

    private Case found() {
        return cases.stage("unannounced-return", Map.of("hostCountry", "GBR", "channel", "border"));
    }

    private List<JsonNode> posted(Case person) {
        return outbox.waiting().stream()
                .filter(posted -> posted.path("caseNumber").asText().equals(person.number()))
                .map(posted -> posted.path("message"))
                .toList();
    }
}
