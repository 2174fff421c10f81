package al.nrm.referral;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The first responder screens the person (P1-03, P1-04, P1-10, P1-11) with the indicators of both rules. */
@ProcessTest
@CoversProcess("initial-identification")
@TiraneTime("2026-11-02T10:00")
class InitialIdentificationProcessTest {

    @Autowired
    Cases cases;

    private static final List<String> POTENTIAL = List.of("R01", "K01", "E01");
    private static final List<String> WATCH = List.of("A03");

    @Test
    void theInstitutionThatReportedScreensThePersonWithin8Hours() {
        Case person = identification(Map.of("reportingInstitution", "health-services.vlore", "county", "vlore"));
        assertThat(person.open()).containsExactly("P1-04 health-services.vlore");
        assertThat(person.due("P1-04")).isEqualTo(tirane("2026-11-02T18:00"));
    }

    @Test
    void withoutACommonLanguageTheInterpreterComesFirstAndWithinTwoHours() {
        Case person = identification(Map.of("interpreterLanguage", "ar"));
        assertThat(person.open()).containsExactly("P1-03 interpreter-pool");
        assertThat(person.due("P1-03")).isEqualTo(tirane("2026-11-02T12:00"));
        person.complete("P1-03");
        assertThat(person.open()).containsExactly("P1-04 state-police.tirane");
    }

    @Test
    void anInterpreterHelpsByPhoneOrVideoOnlyWithANumberAndNeverUnsafely() {
        Case person = identification(Map.of("interpreterLanguage", "ar"));
        for (Map<String, Object> careless : List.<Map<String, Object>>of(
                Map.of("interpreterMode", "phone", "interpreterPhone", ""),
                Map.of("interpreterMode", "video", "interpreterPhone", ""),
                Map.of("interpreterNoTies", false),
                Map.of("interpreterConfidential", false))) {
            assertThatThrownBy(() -> person.complete("P1-03", careless)).hasMessageContaining("required");
        }
        assertThat(person.open()).containsExactly("P1-03 interpreter-pool");
        person.complete("P1-03", Map.of("interpreterMode", "inPerson", "interpreterPhone", ""));
        assertThat(person.open()).containsExactly("P1-04 state-police.tirane");
    }

    @Test
    void anInterpreterWhoIsNotFoundIsTheSecretariatsConcern() {
        Case person = identification(Map.of("interpreterLanguage", "ar"));
        person.miss("P1-03");
        assertThat(person.open()).containsExactly("E3 ra-secretariat", "P1-03 interpreter-pool");
        person.complete("P1-03");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aForeignerAtTheBorderIsPreScreenedBesideTheScreening() {
        Case person = identification(Map.of("channel", "border", "nationality", "SYR", "county", "kukes"));
        assertThat(person.open()).containsExactly("P1-04 state-police.tirane", "P1-10 border-police.kukes");
        person.complete("P1-04", Map.of("indicators", POTENTIAL));
        assertThat(person.end()).isEqualTo("EndEvent_PotentialVictimFound");
        assertThat(person.open()).containsExactly("P1-10 border-police.kukes");
    }

    @Test
    void anAlbanianAtTheBorderIsNotPreScreened() {
        Case person = identification(Map.of("channel", "border"));
        assertThat(person.open()).containsExactly("P1-04 state-police.tirane");
    }

    @Test
    void aForeignerElsewhereIsNotPreScreened() {
        Case person = identification(Map.of("channel", "inspection", "nationality", "SYR"));
        assertThat(person.open()).containsExactly("P1-04 state-police.tirane");
    }

    @Test
    void recruitmentMeansAndExploitationTogetherMakeAPotentialVictim() {
        Case person = identification(Map.of());
        person.complete("P1-04", Map.of("indicators", POTENTIAL));
        assertThat(person.fact("screeningResult")).containsExactly("potential");
        assertThat(person.end()).isEqualTo("EndEvent_PotentialVictimFound");
    }

    @Test
    void withoutIndicatorsTheScreeningIsClosedWithinFiveWorkingDays() {
        Case person = identification(Map.of());
        person.complete("P1-04", Map.of("indicators", List.of()));
        assertThat(person.fact("screeningResult")).containsExactly("none");
        assertThat(person.open()).containsExactly("P1-11 state-police.tirane");
        assertThat(person.due("P1-11")).isEqualTo(tirane("2026-11-09T10:00"));
        person.complete("P1-11");
        assertThat(person.end()).isEqualTo("EndEvent_NothingFound");
    }

    @Test
    void weakIndicatorsAreClosedTooWithAnOfferToScreenAgain() {
        Case person = identification(Map.of());
        person.complete("P1-04", Map.of("indicators", WATCH));
        assertThat(person.fact("screeningResult")).containsExactly("watch");
        person.complete("P1-11");
        assertThat(person.end()).isEqualTo("EndEvent_NothingFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "doubt"})
    void oneStrongIndicatorIsEnoughForAChildAndForWhoeverMayBeOne(String ageGroup) {
        Case child = identification(Map.of("ageGroup", ageGroup));
        child.complete("P1-04", Map.of("indicators", List.of("V06")));
        assertThat(child.fact("screeningResult")).containsExactly("potential");
    }

    @Test
    void aLateScreeningReachesTheSupervisorUntilItIsDone() {
        Case person = identification(Map.of());
        person.miss("P1-04");
        assertThat(person.open()).containsExactly("E1 state-police.tirane.lead", "P1-04 state-police.tirane");
        person.complete("P1-04", Map.of("indicators", List.of()));
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aScreeningThatIsNotClosedReachesTheSupervisorUntilItIs() {
        Case person = identification(Map.of());
        person.complete("P1-04", Map.of("indicators", List.of())).miss("P1-11");
        assertThat(person.open()).containsExactly("E1 state-police.tirane.lead", "P1-11 state-police.tirane");
        person.complete("P1-11");
        assertThat(person.running()).isEmpty();
    }

    @Test
    void whoWasIdentifiedAbroadIsNotScreenedAgain() {
        Case person = identification(Map.of("screeningResult", "potential", "interpreterLanguage", "ar"));
        person.complete("P1-03");
        assertThat(person.end()).isEqualTo("EndEvent_IdentifiedAbroad");
    }

    private Case identification(Map<String, Object> facts) {
        Map<String, Object> known = new HashMap<>(Map.of("narrative", "Met during a patrol."));
        known.putAll(facts);
        return cases.stage("initial-identification", known);
    }
}
