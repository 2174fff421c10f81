package al.nrm.deadline;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A newer version of a model does not disturb the clocks of a case that runs: they count from their own start. */
@ProcessTest
@TiraneTime("2026-09-14T10:00")
class KeepDeadlinesTest {

    private static final String OWN_TIMER = "BoundaryEvent_ProposeClosureOverdue";

    @Autowired
    Cases cases;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    private final Deque<String> deployed = new ArrayDeque<>();

    @AfterEach
    void forgetTheNewVersions() {
        deployed.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onDayThreeOfTenAModelWithFiveDaysGivesTheStartPlusFive(boolean updateTimers) {
        Case person = cases.stage("case-closure", Map.of());
        Cases.itIs("2026-09-17T15:00");
        daysOf("P4-10", 10, 5);
        migrate(person, updateTimers);
        assertThat(person.due("P4-10")).isEqualTo(tirane("2026-09-21T10:00"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aModelWithTheSameTimeLeavesTheDeadlineWhereItWas(boolean updateTimers) {
        Case person = cases.stage("case-closure", Map.of());
        Cases.itIs("2026-09-17T15:00");
        migrate(person, updateTimers);
        assertThat(person.due("P4-10")).isEqualTo(tirane("2026-09-28T10:00"));
    }

    @Test
    void aTimerThatHasANewNameCountsFromTheStartOfTheStepToo() {
        Case person = cases.stage("case-closure", Map.of());
        Cases.itIs("2026-09-17T15:00");
        migrate(person, model -> model.replace(OWN_TIMER, "BoundaryEvent_ProposalLate"), false);
        assertThat(person.due("P4-10")).isEqualTo(tirane("2026-09-28T10:00"));
        assertThat(person.miss("P4-10").ladder()).containsExactly("E3 ra-secretariat");
    }

    @ParameterizedTest
    @ValueSource(strings = {OWN_TIMER, "BoundaryEvent_ProposalLate"})
    void aDeadlineThatWasMissedIsNotMissedASecondTime(String timer) {
        Case person = cases.stage("case-closure", Map.of()).miss("P4-10");
        Task task = person.task("P4-10");
        Cases.itIs("2026-09-29T15:00");
        migrate(person, model -> model.replace(OWN_TIMER, timer), false);
        assertThat(timers(task)).isZero();
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        assertThat(person.task("P4-10").getDueDate()).isEqualTo(task.getDueDate());
        person.complete("P4-10");
        assertThat(person.ladder()).isEmpty();
    }

    @Test
    void aDateThatWasDecidedForThisStepHolds() {
        Case person = cases.stage("case-closure", Map.of());
        Task task = person.task("P4-10");
        task.setDueDate(Date.from(tirane("2026-10-05T10:00")));
        tasks.saveTask(task);
        daysOf("P4-10", 10, 5);
        migrate(person, true);
        assertThat(person.due("P4-10")).isEqualTo(tirane("2026-10-05T10:00"));
    }

    @Test
    void aShorterTimeThatIsOverAlreadyClimbsAtOnce() {
        Case person = cases.stage("case-closure", Map.of());
        Cases.itIs("2026-09-23T15:00");
        daysOf("P4-10", 10, 5);
        migrate(person, false);
        assertThat(person.due("P4-10")).isBefore(tirane("2026-09-23T15:00"));
        assertThat(person.miss("P4-10").ladder()).containsExactly("E3 ra-secretariat");
    }

    @Test
    void aWaitGoesOnFromTheStartOfItsProcess() {
        Case person = cases.stage("risk-review", Map.of()).letTimePass().complete("P3-06");
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-11-13T10:00"));
        Cases.itIs("2026-10-20T10:00");
        migrate(person, true);
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-11-13T10:00"));
        daysOf("P3-06-wait", 30, 20);
        migrate(person, false);
        assertThat(person.waitsUntil()).containsExactly(tirane("2026-10-24T10:00"));
    }

    @Test
    void aCaseThatHasRunForTwoYearsKeepsItsPhaseAndTheTimeOfItsNextReview() {
        Case person = cases.stage(
                "reintegration-programme", Variables.createVariables().putValue("reviewedRounds", null));
        for (String day : new String[] {"2026-10-14", "2026-11-13", "2026-12-13", "2027-03-13", "2027-06-11"}) {
            Cases.itIs(day + "T10:00");
            person.letTimePass().complete("P4-07");
        }
        Cases.itIs("2027-07-01T09:00");
        person.complete("P4-08");
        for (String day : new String[] {"2027-09-09", "2027-12-08", "2028-03-07", "2028-06-05"}) {
            Cases.itIs(day + "T10:00");
            person.letTimePass().complete("P4-07");
        }
        Cases.itIs("2028-06-10T12:00");
        migrate(person, false);
        assertThat(person.due("P4-08")).isEqualTo(tirane("2028-07-01T09:00"));
        assertThat(person.waitsUntil()).containsExactly(tirane("2028-09-03T10:00"));
        person.letTimePass().complete("P4-07").complete("P4-08");
        assertThat(person.waitsUntil()).containsExactly(tirane("2028-12-02T10:00"));
    }

    @Test
    void manyCasesThatAreMigratedInABatchKeepTheirDeadlinesToo() {
        Case person = cases.stage("case-closure", Map.of());
        Cases.itIs("2026-09-17T15:00");
        daysOf("P4-10", 10, 5);
        String batch = runtime.newMigration(plan(person, model -> model, false))
                .processInstanceIds(person.root())
                .executeAsync()
                .getId();
        runBatch(batch);
        assertThat(person.due("P4-10")).isEqualTo(tirane("2026-09-21T10:00"));
    }

    @Test
    void whatAnOperatorAsksToBeComputedAnewNeverBeginsAnewEither() {
        Case person = cases.stage("case-closure", Map.of());
        Cases.itIs("2026-09-17T15:00");
        management.recalculateJobDuedate(person.timer(person.task("P4-10")).getId(), false);
        assertThat(person.due("P4-10")).isEqualTo(tirane("2026-09-28T10:00"));
    }

    private void runBatch(String batch) {
        management.createJobQuery().list().stream()
                .filter(job -> job.getProcessInstanceId() == null && job.getJobDefinitionId() != null)
                .map(Job::getId)
                .forEach(management::executeJob);
        management.createJobQuery().list().stream()
                .filter(job -> job.getProcessInstanceId() == null && job.getJobDefinitionId() != null)
                .map(Job::getId)
                .forEach(management::executeJob);
        if (management.createBatchQuery().batchId(batch).count() > 0) {
            management.deleteBatch(batch, true);
        }
    }

    private void migrate(Case person, boolean updateTimers) {
        migrate(person, model -> model, updateTimers);
    }

    private void migrate(Case person, UnaryOperator<String> change, boolean updateTimers) {
        runtime.newMigration(plan(person, change, updateTimers))
                .processInstanceIds(person.root())
                .execute();
    }

    private MigrationPlan plan(Case person, UnaryOperator<String> change, boolean updateTimers) {
        String before = runtime.createProcessInstanceQuery()
                .processInstanceId(person.root())
                .singleResult()
                .getProcessDefinitionId();
        String after = nextVersion(before.split(":")[0], change);
        var plan = runtime.createMigrationPlan(before, after).mapEqualActivities();
        return updateTimers ? plan.updateEventTriggers().build() : plan.build();
    }

    private String nextVersion(String process, UnaryOperator<String> change) {
        String model = read(Path.of("processes", process + ".bpmn"));
        DeploymentBuilder deployment = repository
                .createDeployment()
                .addString(process + ".bpmn", change.apply(model).replace("name=\"Escalated\"", "name=\"Escalated \""));
        model.lines()
                .filter(line -> line.contains("camunda:formRef=\""))
                .map(line -> line.replaceFirst(".*camunda:formRef=\"([a-z-]+)\".*", "$1") + ".form")
                .distinct()
                .forEach(form -> deployment.addString(form, read(Path.of("forms", form))));
        deployed.push(deployment.deploy().getId());
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployed.peek())
                .singleResult()
                .getId();
    }

    /** A table of deadlines in which one row gives another number of units. */
    private void daysOf(String row, int before, int now) {
        String table = read(Path.of("processes/deadlines.dmn"));
        int rule = table.indexOf("<rule id=\"rule_" + row + "\"");
        String entry = "<text>" + before + "</text>";
        int amount = table.indexOf(entry, rule);
        deployed.push(repository
                .createDeployment()
                .addString(
                        "deadlines.dmn",
                        table.substring(0, amount)
                                + "<text>" + now + "</text>"
                                + table.substring(amount + entry.length()))
                .deploy()
                .getId());
    }

    private long timers(Task task) {
        return management
                .createJobQuery()
                .executionId(task.getExecutionId())
                .timers()
                .count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
