package al.nrm.deadline;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** E1 to E5: a missed deadline climbs one rung at a time until the owner has done the step. */
@ProcessTest
@CoversProcess(EscalationProcess.KEY)
@TiraneTime("2026-09-14T10:00")
class EscalationProcessTest {

    private static final String OWNER = "P2-01 state-police-at.tirane";

    @Autowired
    Cases cases;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Test
    void aMissedDeadlineNeitherStopsNorMovesTheOwnersTask() {
        Case person = cases.stage("formal-identification", Map.of());
        var task = person.task("P2-01");
        person.miss("P2-01");
        assertThat(person.open()).containsExactly("E1 state-police-at.tirane.lead", OWNER);
        assertThat(person.task("P2-01").getId()).isEqualTo(task.getId());
        assertThat(person.task("P2-01").getDueDate()).isEqualTo(task.getDueDate());
    }

    @Test
    void whoIsToldLearnsWhichStepOfWhomWasDueWhen() {
        Case person = cases.stage("formal-identification", Map.of()).miss("P2-01");
        assertThat(person.fact("step")).containsExactly("P2-01");
        assertThat(person.fact("overdueInstitution")).containsExactly("state-police-at.tirane");
        assertThat(person.fact("missedAt")).containsExactly("2026-09-17 10:00");
    }

    @Test
    void eachRungGivesWayToTheNextAfterTwelveHours() {
        Case person = cases.stage("formal-identification", Map.of()).miss("P2-01");
        assertThat(person.ladder()).containsExactly("E1 state-police-at.tirane.lead");
        assertThat(person.due("E1")).isEqualTo(tirane("2026-09-14T22:00"));
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E2 ra-seat.state-police-at");
        assertThat(person.due("E2")).isEqualTo(tirane("2026-09-14T22:00"));
        person.miss("E2");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
    }

    @Test
    void theTimeOfTheLastRungIsOnlyRecorded() {
        Case person = cases.stage("formal-identification", Map.of())
                .miss("P2-01")
                .miss("E1")
                .miss("E2")
                .miss("E3");
        assertThat(person.open()).containsExactly("E3 ra-secretariat", OWNER);
        assertThat(person.waitsUntil()).isEmpty();
        assertThat(ends(person)).last().isEqualTo("EndEvent_TopReached");
        person.complete("P2-01");
        assertThat(person.ladder()).isEmpty();
        assertThat(ends(person)).last().isEqualTo("EndEvent_EscalationEnded");
    }

    @Test
    void aRungThatHasActedGivesWayAllTheSameWhenItsTimeIsOver() {
        Case person = cases.stage("formal-identification", Map.of()).miss("P2-01");
        Cases.itIs("2026-09-14T15:00");
        person.complete("E1");
        assertThat(person.open()).containsExactly(OWNER);
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-09-14T22:00"));
        person.letTimePass();
        assertThat(person.ladder()).containsExactly("E2 ra-seat.state-police-at");
        person.complete("E2").letTimePass();
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.complete("E3").letTimePass();
        assertThat(person.open()).containsExactly(OWNER);
        assertThat(person.running()).containsExactly("formal-identification");
        assertThat(ends(person)).last().isEqualTo("EndEvent_LadderEnded");
    }

    @Test
    void aReviewClimbsFromTheChairToTheNationalCoordinatorWhereItIsOnlyRecorded() {
        Case person = inReview().miss("P2-09");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
        person.miss("E4");
        assertThat(person.ladder()).containsExactly("E5 national-coordinator");
        person.miss("E5");
        assertThat(person.open()).containsExactly("E5 national-coordinator", "P2-09 ra-members");
    }

    @Test
    void theChairMayActAndTheCoordinatorIsToldWhenHisTimeIsOver() {
        Case person = inReview().miss("P2-09").complete("E4").letTimePass();
        assertThat(person.ladder()).containsExactly("E5 national-coordinator");
        person.complete("E5").letTimePass();
        assertThat(person.open()).containsExactly("P2-09 ra-members");
        assertThat(person.waitsUntil()).isEmpty();
    }

    @Test
    void theLadderEndsByItselfWhenTheOwnerCompletesTheStep() {
        Case person = cases.stage("formal-identification", Map.of())
                .miss("P2-01")
                .miss("E1")
                .complete("P2-01");
        assertThat(person.open()).containsExactly("P2-02 state-social-service-regional.tirane");
        assertThat(ends(person)).last().isEqualTo("EndEvent_EscalationEnded");
    }

    @Test
    void theLadderEndsTooWhileItWaitsForARungThatHasActed() {
        Case person = cases.stage("formal-identification", Map.of())
                .miss("P2-01")
                .complete("E1")
                .complete("P2-01");
        assertThat(person.running()).containsExactly("formal-identification");
        assertThat(person.waitsUntil()).isEmpty();
    }

    @Test
    void aRungThatTheLateInstitutionDoesNotHaveIsSkipped() {
        Case person = cases.stage("multi-agency-response", ofTheSecretariat());
        person.miss("P1-08");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        person.miss("E3");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
    }

    @Test
    void aLateSecretariatIsReportedToTheChairWhereNoRungIsLeft() {
        Case person = cases.stage("initial-identification", ofTheSecretariat());
        person.miss("P1-04");
        assertThat(person.ladder()).containsExactly("E4 ra-chair");
    }

    @Test
    void aMissedDeadlineIsFoundByItsFlowsAloneWhichAreAllThatAModelerMustWrite() {
        Deployment redrawn = deployment("case-closure.bpmn", model -> model.replaceAll("<bpmn:incoming>.*", ""));
        try {
            Case person = cases.stage("case-closure", Map.of()).miss("P4-10");
            assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        } finally {
            repository.deleteDeployment(redrawn.getId(), true);
        }
    }

    /** Deploys one of our models once more, changed, with the forms it came with. */
    private Deployment deployment(String model, UnaryOperator<String> change) {
        DeploymentBuilder redrawn = repository.createDeployment();
        String ours = repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .filter(id -> repository.getDeploymentResourceNames(id).contains(model))
                .findFirst()
                .orElseThrow();
        repository.getDeploymentResourceNames(ours).stream()
                .filter(name -> name.equals(model) || name.startsWith("case-closure-"))
                .forEach(name -> redrawn.addString(
                        name, name.equals(model) ? change.apply(text(ours, name)) : text(ours, name)));
        return redrawn.deploy();
    }

    private String text(String deployment, String name) {
        try (InputStream resource = repository.getResourceAsStream(deployment, name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> ofTheSecretariat() {
        return Map.of(
                "reportingInstitution",
                "ra-secretariat",
                "narrative",
                "Called the office.",
                "consentFormalIdentification",
                false);
    }

    private Case inReview() {
        return cases.stage("decision-serving", Map.of("outcome", "notVictim"))
                .complete("P2-08", Map.of("reviewRequested", true));
    }

    /** The end events that the case's ladder reached, in their order. */
    private List<String> ends(Case person) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(person.number())
                .processDefinitionKey(EscalationProcess.KEY)
                .list()
                .stream()
                .flatMap(ladder -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(ladder.getId())
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .filter(activity -> activity.startsWith("EndEvent_"))
                .toList();
    }
}
