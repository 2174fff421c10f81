package al.nrm.identification;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.FormRefused;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P2-07: each institution of the team decides for itself; only a decision of all holds. */
@ProcessTest
@CoversProcess("team-decision")
@TiraneTime("2026-09-14T10:00")
class TeamDecisionProcessTest {

    private static final String POLICE = "state-police-at.tirane";
    private static final String SOCIAL = "state-social-service-regional.tirane";

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Test
    void eachInstitutionOfTheTeamHasFiveWorkingDaysForATaskOfItsOwn() {
        Case person = cases.stage("team-decision", Map.of());
        assertThat(person.open()).containsExactly("P2-07 " + POLICE, "P2-07 " + SOCIAL);
        assertThat(person.due(person.task("P2-07", POLICE))).isEqualTo(tirane("2026-09-21T10:00"));
        assertThat(person.due(person.task("P2-07", SOCIAL))).isEqualTo(tirane("2026-09-21T10:00"));
        assertThat(person.timer(person.task("P2-07", POLICE)).getId())
                .isNotEqualTo(person.timer(person.task("P2-07", SOCIAL)).getId());
    }

    @Test
    void theChildProtectionUnitDecidesOnAChildOrAnAgeInDoubtToo() {
        assertThat(cases.stage("team-decision", Map.of("ageGroup", "child")).open())
                .containsExactly("P2-07 child-protection-unit.tirane", "P2-07 " + POLICE, "P2-07 " + SOCIAL);
        assertThat(cases.stage("team-decision", Map.of("ageGroup", "doubt", "channel", "border"))
                        .open())
                .containsExactly("P2-07 border-police.tirane", "P2-07 child-protection-unit.tirane", "P2-07 " + SOCIAL);
    }

    @Test
    void whatAllDecideAlikeIsTheOutcomeAndTheReasonsOfEachAreKept() {
        Case person = cases.stage("team-decision", Map.of());
        person.completeAs("P2-07", POLICE, Map.of("outcome", "victim", "reasons", "Was held and sold."));
        assertThat(person.end()).isNull();
        person.completeAs("P2-07", SOCIAL, Map.of("outcome", "victim", "reasons", "Bears the signs of it."));
        assertThat(person.end()).isEqualTo("EndEvent_OutcomeReached");
        assertThat(person.fact("outcome")).containsExactly("victim");
        assertThat(person.fact("decisionReasons"))
                .singleElement()
                .asString()
                .contains(POLICE + ": victim", "Was held and sold.", SOCIAL + ": victim", "Bears the signs of it.");
    }

    @Test
    void theReasonsOfEachMayFillTheirFieldAndNothingIsCut() {
        Case person = cases.stage("team-decision", Map.of("ageGroup", "child"));
        String longest = "ë".repeat(4_000);
        for (String institution : List.of("child-protection-unit.tirane", POLICE)) {
            person.completeAs("P2-07", institution, Map.of("outcome", "victim", "reasons", longest));
        }
        person.completeAs("P2-07", SOCIAL, Map.of("outcome", "notVictim", "reasons", longest));
        assertThat(reasonsBefore(person)).hasSizeGreaterThan(12_000).contains(SOCIAL + ": notVictim\n" + longest);
        person.complete("P2-07", Map.of("outcome", "victim", "reasons", longest));
        assertThat(person.end()).isEqualTo("EndEvent_OutcomeReached");
        assertThat(person.fact("decisionReasons")).singleElement().asString().hasSizeGreaterThan(16_000);
    }

    private String reasonsBefore(Case person) {
        return ((SpinJsonNode) tasks.getVariable(person.task("P2-07").getId(), "decisionReasons")).stringValue();
    }

    @Test
    void noInstitutionSeesWhatAnotherDecidedBeforeItHasDecidedItself() {
        Case person = cases.stage("team-decision", Map.of());
        person.completeAs("P2-07", POLICE, Map.of("outcome", "notVictim", "reasons", "Unconvinced."));
        Map<String, Object> seen = cases.as(
                SOCIAL, () -> tasks.getVariables(person.task("P2-07", SOCIAL).getId()));
        assertThat(seen.get("outcome")).isNull();
        assertThat(seen.get("reasons")).isNull();
    }

    @Test
    void whereTheyDisagreeTheMembersOfTheResponsibleAuthoritySettleIt() {
        Case person = disagreeing();
        assertThat(person.open()).containsExactly("P2-07 ra-members");
        assertThat(person.due("P2-07")).isEqualTo(tirane("2026-09-21T10:00"));
        person.complete("P2-07", Map.of("outcome", "potential", "reasons", "The doubt is hers."));
        assertThat(person.end()).isEqualTo("EndEvent_OutcomeReached");
        assertThat(person.fact("outcome")).contains("potential").doesNotContain("disagreed");
        assertThat(person.fact("decisionReasons"))
                .singleElement()
                .asString()
                .contains(POLICE + ": victim", SOCIAL + ": notVictim", "ra-members: potential", "The doubt is hers.");
    }

    @Test
    void theSamePersonMayNotDecideForTwoInstitutions() {
        String both = cases.memberOf(POLICE, SOCIAL);
        Case person = cases.stage("team-decision", Map.of()).completeAs("P2-07", both, Map.of("outcome", "victim"));
        assertThatThrownBy(() -> person.completeAs("P2-07", both, Map.of("outcome", "victim")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("assignee");
        assertThat(person.open()).hasSize(1);
    }

    @Test
    void whoHasDecidedMayNotSettleTheDisagreement() {
        String both = cases.memberOf(POLICE, "ra-members");
        Case person = cases.stage("team-decision", Map.of())
                .completeAs("P2-07", both, Map.of("outcome", "victim"))
                .completeAs("P2-07", SOCIAL, Map.of("outcome", "notVictim"));
        assertThatThrownBy(() -> person.completeAs("P2-07", both, Map.of("outcome", "victim")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("assignee");
        tasks.setAssignee(person.task("P2-07").getId(), null);
        person.completeAs("P2-07", "ra-members-2", Map.of("outcome", "victim"));
        assertThat(person.end()).isEqualTo("EndEvent_OutcomeReached");
    }

    @Test
    void aMissedDecisionReachesTheSecretariatForThatInstitutionAlone() {
        Case person = cases.stage("team-decision", Map.of());
        person.miss(person.task("P2-07", POLICE));
        assertThat(person.open()).containsExactly("E3 ra-secretariat", "P2-07 " + POLICE, "P2-07 " + SOCIAL);
        assertThat(person.fact("overdueInstitution")).containsExactly(POLICE);
        person.miss(person.task("P2-07", SOCIAL));
        assertThat(person.open())
                .containsExactly("E3 ra-secretariat", "E3 ra-secretariat", "P2-07 " + POLICE, "P2-07 " + SOCIAL);
        person.completeAs("P2-07", SOCIAL, Map.of("outcome", "victim"));
        assertThat(person.open()).containsExactly("E3 ra-secretariat", "P2-07 " + POLICE);
        person.completeAs("P2-07", POLICE, Map.of("outcome", "victim"));
        assertThat(person.open()).isEmpty();
        assertThat(person.running()).isEmpty();
    }

    @Test
    void aMissedSettlementReachesTheSecretariat() {
        Case person = disagreeing().miss("P2-07");
        assertThat(person.open()).containsExactly("E3 ra-secretariat", "P2-07 ra-members");
    }

    private Case disagreeing() {
        return cases.stage("team-decision", Map.of())
                .completeAs("P2-07", POLICE, Map.of("outcome", "victim"))
                .completeAs("P2-07", SOCIAL, Map.of("outcome", "notVictim"));
    }
}
