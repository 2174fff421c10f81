package al.nrm.protection;

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
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P3-14: the coalition finds another shelter, which must accept before it answers for the person. */
@ProcessTest
@CoversProcess("shelter-transfer")
@TiraneTime("2026-09-14T10:00")
class ShelterTransferProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Test
    void theCoalitionChoosesWithinFiveWorkingDays() {
        Case person = wanted();
        assertThat(person.open()).containsExactly("P3-14 shelters-coalition");
        assertThat(person.due("P3-14")).isEqualTo(tirane("2026-09-21T10:00"));
    }

    @Test
    void theShelterThatIsAskedAnswersWithinFourHours() {
        itIs("2026-09-19T22:00");
        Case person = wanted().complete("P3-14", Map.of("shelter", "tjeter-vizion"));
        assertThat(person.open()).containsExactly("P3-02 tjeter-vizion");
        assertThat(person.due("P3-02")).isEqualTo(tirane("2026-09-20T02:00"));
    }

    @Test
    void aRefusalGoesBackToTheCoalitionWhichSeesWhoRefused() {
        Case person = wanted().complete("P3-14", Map.of("shelter", "vatra"))
                .complete("P3-02", Map.of("shelterAccepts", false, "refusalReason", "No bed is free."));
        assertThat(person.open()).containsExactly("P3-14 shelters-coalition");
        assertThat(person.fact("refusedShelters")).containsExactly("vatra");
        assertThat(person.fact("lastRefusalReason")).containsExactly("No bed is free.");
        assertThat(person.fact("shelter")).isEmpty();
        person.complete("P3-14", Map.of("shelter", "tjeter-vizion")).complete("P3-02");
        assertThat(person.end()).isEqualTo("EndEvent_PersonTransferred");
    }

    @Test
    void theNewShelterIsTheCaseManagerInAllStages() {
        Case person = cases.agreed(Map.of())
                .complete("P1-07", Map.of("shelterNeeded", true))
                .complete("P3-01", Map.of("shelter", "vatra"))
                .complete("P3-02")
                .complete("P3-03");
        assertThat(person.open()).contains("P3-05 vatra");
        cases.start("incident", "vatra", Map.of("caseNumber", person.number(), "incident", "transfer"));
        person.complete("P3-14", Map.of("shelter", "different-equal"));
        assertThat(person.instances())
                .filteredOn(stage -> stage.getProcessDefinitionId().startsWith("protection:"))
                .allSatisfy(stage -> assertThat(runtime.getVariable(stage.getId(), "caseManager"))
                        .isEqualTo("vatra"));
        person.completeAs("P3-02", "different-equal", Map.of());
        assertThat(person.open()).contains("P3-05 different-equal").doesNotContain("P3-05 vatra");
        for (String process : new String[] {"referral", "multi-agency-response", "protection", "assistance"}) {
            assertThat(person.instances())
                    .filteredOn(stage -> stage.getProcessDefinitionId().startsWith(process + ":"))
                    .singleElement()
                    .satisfies(stage -> assertThat(runtime.getVariable(stage.getId(), "caseManager"))
                            .as(process)
                            .isEqualTo("different-equal"));
        }
    }

    @Test
    void theLadderOfATaskThatIsHandedOverIsTheReceiversToo() {
        Case person = cases.agreed(Map.of())
                .complete("P1-07", Map.of("shelterNeeded", true))
                .complete("P3-01", Map.of("shelter", "vatra"))
                .complete("P3-02")
                .complete("P3-03")
                .miss("P3-05");
        tasks.claim(person.task("E1").getId(), "vatra.lead");
        var due = person.due("E1");
        cases.start("incident", "vatra", Map.of("caseNumber", person.number(), "incident", "transfer"));
        person.complete("P3-14", Map.of("shelter", "different-equal")).completeAs("P3-02", "different-equal", Map.of());
        assertThat(person.open()).contains("E1 different-equal.lead", "P3-05 different-equal");
        assertThat(person.due("E1")).isEqualTo(due);
        assertThat(person.task("E1").getAssignee()).isNull();
        assertThat(runtime.getVariable(person.task("E1").getProcessInstanceId(), "overdueInstitution"))
                .isEqualTo("different-equal");
        for (String giver : new String[] {"vatra", "vatra.lead"}) {
            assertThat(cases.<Long>as(giver, () -> tasks.createTaskQuery()
                            .processInstanceBusinessKey(person.number())
                            .count()))
                    .as(giver)
                    .isZero();
        }
        assertThat(cases.<Long>as("different-equal.lead", () -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(person.number())
                        .count()))
                .isEqualTo(1);
        person.miss("E1");
        person.complete("P3-05");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aTransferEndsWithTheCase() {
        Case person = wanted();
        runtime.createMessageCorrelation("referral.closed")
                .processInstanceBusinessKey(person.number())
                .correlateAll();
        assertThat(person.end()).isEqualTo("EndEvent_EndedWithCase");
        assertThat(person.open()).isEmpty();
    }

    @Test
    void aMissedChoiceReachesTheChair() {
        Case person = wanted().miss("P3-14");
        assertThat(person.open()).containsExactly("E4 ra-chair", "P3-14 shelters-coalition");
    }

    @Test
    void aMissedAnswerReachesTheSecretariat() {
        Case person = wanted().complete("P3-14", Map.of("shelter", "vatra")).miss("P3-02");
        assertThat(person.open()).containsExactly("E3 ra-secretariat", "P3-02 vatra");
    }

    private Case wanted() {
        return cases.stage("shelter-transfer", Map.of("currentShelter", "nrcvt", "caseManager", "nrcvt"));
    }
}
