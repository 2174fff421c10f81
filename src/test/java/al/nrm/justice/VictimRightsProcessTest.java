package al.nrm.justice;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From the first moments: coordinator (P6-04), lawyer (P6-05), non-punishment (P6-06). */
@ProcessTest
@CoversProcess("victim-rights")
@TiraneTime("2026-11-02T10:00")
class VictimRightsProcessTest {

    @Autowired
    Cases cases;

    private static final String COORDINATOR = "victim-coordinator.tirane";
    private static final String LAWYERS = "legal-aid-directorate";

    @Test
    void coordinatorAndLawyerComeBesideEachOther() {
        Case person = rights(Map.of());
        assertThat(person.open()).containsExactly("P6-04 " + COORDINATOR, "P6-05 " + LAWYERS);
        assertThat(person.due("P6-04")).isEqualTo(tirane("2026-11-04T10:00"));
        assertThat(person.due("P6-05")).isEqualTo(tirane("2026-11-09T10:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "doubt"})
    void aChildHasALawyerWithinADay(String ageGroup) {
        Case child = rights(Map.of("ageGroup", ageGroup));
        assertThat(child.due("P6-05")).isEqualTo(tirane("2026-11-03T10:00"));
    }

    @Test
    void thenProsecutionAndLawyerLookWhetherThePersonIsCharged() {
        Case person = rights(Map.of()).complete("P6-05");
        assertThat(person.open()).containsExactly("P6-04 " + COORDINATOR);
        person.complete("P6-04");
        assertThat(person.open()).containsExactly("P6-06 " + LAWYERS, "P6-06 prosecution.tirane");
        person.complete("P6-06").complete("P6-06");
        assertThat(person.end()).isEqualTo("EndEvent_RightsGiven");
    }

    @Test
    void aLateFirstContactReachesTheHeadOfTheOfficeAndThenTheChair() {
        Case person = rights(Map.of()).miss("P6-04");
        assertThat(person.ladder()).containsExactly("E1 " + COORDINATOR + ".lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.complete("P6-04");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aLawyerWhoIsNotNamedIsTheSecretariatsConcernInTheEnd() {
        Case person = rights(Map.of()).miss("P6-05");
        assertThat(person.ladder()).containsExactly("E1 " + LAWYERS + ".lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("P6-05");
        assertThat(person.ladder()).isEmpty();
    }

    private Case rights(Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(Map.of("competentProsecution", "prosecution"));
        all.putAll(facts);
        return cases.stage("victim-rights", all);
    }
}
