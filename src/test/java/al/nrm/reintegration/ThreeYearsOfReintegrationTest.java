package al.nrm.reintegration;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The story of Ana Testi, from the report over the shelter to two years after she has left the programme. */
@ProcessTest
@TiraneTime("2026-01-12T09:00")
class ThreeYearsOfReintegrationTest {

    @Autowired
    Cases cases;

    @Test
    void aWomanFindsHerWayBackOverMoreThanThreeYears() {
        Case ana = cases.agreed(Map.of())
                .complete("P1-07", Map.of("shelterNeeded", true))
                .complete("P1-08")
                .complete("P1-09")
                .complete("P2-01")
                .complete("P2-02", Map.of("requestConfirmed", false))
                .complete("P3-01", Map.of("shelter", "vatra"))
                .complete("P3-02")
                .complete("P3-03")
                .complete("P3-05")
                .complete("P3-06")
                .complete("P3-07")
                .complete("P3-08", Map.of("serviceNeeds", List.of("housing", "livelihood")));
        Cases.itIs("2026-02-02T10:00");
        ana.complete("P3-09");
        assertThat(assistance(ana)).containsExactly("P4-01 vatra");
        assertThat(ana.fact("identificationStatus")).containsExactly("potential");

        Cases.itIs("2026-02-04T11:00");
        ana.complete(
                "P4-01",
                Map.of(
                        "requestedServices",
                        List.of("healthCard", "jobTraining", "housing"),
                        "serviceWish",
                        "Near Vlora."));
        assertThat(assistance(ana))
                .containsExactly(
                        "P4-02 health-ministry",
                        "P4-04 employment-agency.tirane",
                        "P4-06 municipality-social.tirane",
                        "P4-08 vatra");
        Cases.itIs("2026-02-13T10:00");
        ana.complete("P4-02");
        Cases.itIs("2026-02-18T11:00");
        ana.miss("P4-04");
        assertThat(ana.ladder()).containsExactly("E2 ra-seat.employment-agency");
        Cases.itIs("2026-02-20T10:00");
        ana.complete("P4-04", Map.of("serviceAnswer", "refused", "serviceReasons", "No course before autumn."));
        assertThat(ana.ladder()).isEmpty();

        review(ana, "2026-03-06T11:00", Map.of("scaleHome", 2, "scaleChances", 1));
        ana.complete("P4-06");
        review(ana, "2026-04-05T11:00", Map.of());
        review(
                ana,
                "2026-05-05T11:00",
                Map.of("planOutcome", "furtherServices", "requestedServices", List.of("jobTraining")));
        assertThat(assistance(ana)).containsExactly("P4-04 employment-agency.tirane", "P4-08 vatra");
        ana.complete("P4-04");
        review(ana, "2026-08-03T11:00", Map.of("scaleHome", 4, "scaleChances", 3));

        Cases.itIs("2026-10-01T09:00");
        ana.complete("P4-08");
        assertThat(ana.due("P4-08")).isEqualTo(tirane("2027-10-01T09:00"));
        Cases.itIs("2027-06-01T09:00");
        ana.complete("P4-08");
        Cases.itIs("2028-02-01T09:00");
        ana.complete("P4-08");

        for (String day : List.of("2028-03-01", "2028-05-01", "2028-08-01", "2029-02-01", "2030-02-01")) {
            until(ana, day + "T09:00");
            ana.complete("P4-09");
        }
        assertThat(assistance(ana)).contains("P4-10 vatra");
        ana.complete("P4-10", Map.of("closureReason", "goalsMet")).complete("P4-10");
        assertThat(ana.end()).isEqualTo("EndEvent_CaseClosed");
        assertThat(ana.running()).containsExactly("justice");
    }

    /** What is open beside the proceedings, which hold nothing up. */
    private static List<String> assistance(Case person) {
        return person.open().stream().filter(task -> !task.startsWith("P6")).toList();
    }

    private static void review(Case person, String when, Map<String, Object> fields) {
        until(person, when);
        person.complete("P4-07", fields);
    }

    /** Time passes to that very moment; the repeated risk assessments on the way are done as they come. */
    private static void until(Case person, String when) {
        assertThat(person.waitsUntil()).contains(tirane(when));
        Cases.itIs(when);
        while (!person.waitsUntil().isEmpty() && !person.waitsUntil().get(0).isAfter(tirane(when))) {
            person.letTimePass();
            if (person.open().contains("P3-06 vatra")) {
                person.complete("P3-06");
            }
        }
    }
}
