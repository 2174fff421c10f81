package al.nrm.returns;

import static al.nrm.Cases.itIs;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people over half a year: one who comes home, and one who goes home. */
@ProcessTest
@TiraneTime("2026-11-02T10:00")
class ReturnStoryTest {

    @Autowired
    Cases cases;

    @Autowired
    Outbox outbox;

    @Test
    void aWomanIdentifiedAbroadComesHomeToAShelterAndTheSenderHearsOfHerForSixMonths() {
        Case person = cases.start(
                "return",
                "ra-secretariat",
                Map.of(
                        "channel",
                        "foreignReferral",
                        "county",
                        "durres",
                        "nationality",
                        "ALB",
                        "hostCountry",
                        "GBR",
                        "senderReference",
                        "uk-story"));
        person.complete("P5-02")
                .complete("P5-03", Map.of("fullName", "Ana Testi"))
                .complete("P5-08");
        itIs("2026-11-09T10:00");
        person.complete("P5-04").complete("P5-05").complete("P5-07");
        person.complete("P5-07", Map.of("arrivalAt", "2026-11-27T15:30"));
        person.complete("P5-09", Map.of("shelter", "vatra")).complete("P5-09");
        itIs("2026-11-27T15:30");
        person.complete("P5-10").complete("P5-10").complete("P5-10");
        person.complete("P5-13").complete("P1-05").complete("P1-07");
        for (String month : List.of("2026-12-27", "2027-02-25", "2027-05-26")) {
            reportAfter(person, month + "T16:00");
        }
        assertThat(person.running()).doesNotContain("return-feedback").contains("return", "referral", "protection");
        assertThat(posted(person))
                .extracting(message -> message.path("messageType").asText())
                .containsExactly("acknowledgement", "handover", "report", "report", "report");
        assertThat(person.fact("shelter")).containsExactly("vatra");
        assertThat(person.open()).contains("P3-05 vatra").noneMatch(task -> task.startsWith("P3-01"));
    }

    @Test
    void aManWhoWantsToGoHomeIsFirstToldHowHeMayStayAndThenReferredAndAccompanied() {
        Case person = cases.agreed(Map.of("nationality", "SYR", "sex", "male"));
        person.complete("P3-10");
        waitFor(person, "P3-11");
        person.complete("P3-11", Map.of("reflectionChoice", "return"));
        assertThat(person.open()).contains("P5-12 nrcvt").noneMatch(task -> task.startsWith("P5-11"));
        person.complete("P5-12").complete("P5-05");
        person.completeAs("P5-07", "iom", Map.of());
        person.complete("P5-11", Map.of("hostCountry", "SYR"));
        waitFor(person, "P5-11");
        person.complete("P5-11").complete("P5-07");
        person.complete("P5-10");
        assertThat(person.running()).doesNotContain("outgoing-return").contains("referral");
        assertThat(posted(person)).singleElement().satisfies(referral -> assertThat(
                        referral.path("recipient").asText())
                .isEqualTo("SYR"));
    }

    /** Children of foreign origin vanish: none leaves the country by a return that nobody has looked into. */
    @Test
    void noChildOfForeignOriginLeavesWithoutADecisionOnItsBestInterests() {
        Case child = cases.agreed(Map.of("nationality", "SYR", "ageGroup", "child", "unaccompanied", true));
        child.complete("P3-10");
        waitFor(child, "P3-11");
        child.complete("P3-11", Map.of("reflectionChoice", "return")).complete("P5-12");
        child.complete("P5-05").complete("P5-05");
        assertThat(child.open()).contains("P5-06 child-rights-agency").noneMatch(task -> task.matches("P5-(07|11).*"));
        child.complete("P5-06", Map.of("bestInterest", "stay"));
        assertThat(child.open()).noneMatch(task -> task.startsWith("P5-"));
        assertThat(posted(child)).isEmpty();
    }

    private static void reportAfter(Case person, String moment) {
        waitFor(person, "P5-13");
        itIs(moment);
        person.complete("P5-13");
    }

    private static void waitFor(Case person, String step) {
        for (int waits = 0; person.open().stream().noneMatch(task -> task.startsWith(step)); waits++) {
            assertThat(waits).as("waits until " + step).isLessThan(30);
            person.letTimePass();
        }
    }

    private List<JsonNode> posted(Case person) {
        return outbox.waiting().stream()
                .filter(posted -> posted.path("caseNumber").asText().equals(person.number()))
                .map(posted -> posted.path("message"))
                .toList();
    }
}
