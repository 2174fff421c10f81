package al.nrm.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to a case is in its chain, in the order it happened, by whom, and without what anybody wrote. */
@ProcessTest
class TrailTest {

    private static final Map<String, Object> POTENTIAL =
            Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "sexual");

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Trail trail;

    @Autowired
    Workers workers;

    @Autowired
    Verification verification;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aCaseIsToldStepByStep() {
        Case person = cases.report("state-police.tirane", Map.of()).complete("P1-04", POTENTIAL);

        assertThat(kinds(person))
                .startsWith("process.started")
                .containsSubsequence("task.routed", "task.created", "task.claimed", "task.completed", "process.ended")
                .contains("variables.changed");
        assertThat(column(person, "worker")).containsOnly(workers.pseudonym("state-police.tirane"));
        assertThat(workers.person(workers.pseudonym("state-police.tirane"))).contains("state-police.tirane");
    }

    @Test
    void aMissedDeadlineAndItsEscalationAreTheEnginesDoing() {
        Case person = cases.report("state-police.tirane", Map.of());
        person.miss("P1-04");

        assertThat(kinds(person)).containsSubsequence("deadline.missed", "message.received", "escalation.opened");
        assertThat(jdbc.queryForList(
                        "select worker from nrm_trail where chain = ? and kind = 'escalation.opened'",
                        String.class,
                        person.number()))
                .containsExactly("engine");
    }

    @Test
    void whatAPersonWroteIsNowhereInTheTrail() {
        Case person = cases.report("state-police.tirane", Map.of("narrative", "Zamira was seen at the lake"));
        Task task = person.task("P1-04");
        cases.as("state-police.tirane", () -> {
            tasks.createComment(task.getId(), null, "Zamira phoned");
            return tasks.createAttachment(
                    "text/plain",
                    task.getId(),
                    null,
                    "Zamira.txt",
                    "of Zamira",
                    new ByteArrayInputStream("Zamira".getBytes(StandardCharsets.UTF_8)));
        });

        assertThat(kinds(person)).contains("comment.added", "attachment.added");
        assertThat(jdbc.queryForObject(
                        "select count(*) from nrm_trail where details like '%Zamira%' or subject like '%Zamira%'"
                                + " or case_number = ? and details like '%state-police.tirane\"%' and kind <> 'task.routed'",
                        Integer.class, person.number()))
                .isZero();
    }

    @Test
    void aPersonsAccountAndGroupsAreInTheSystemsChainUnderAPseudonym() {
        cases.as("admin", () -> {
            identities.saveUser(identities.newUser("planted-person"));
            identities.createMembership("planted-person", "hotline");
            return null;
        });

        assertThat(jdbc.queryForList("select details from nrm_trail where chain = 'system'", String.class))
                .anyMatch(details -> details.contains(workers.pseudonym("planted-person")))
                .noneMatch(details -> details.contains("planted-person"));
    }

    @Test
    void everyModelThatIsPublishedIsInTheSystemsChain() {
        assertThat(repository.createDeploymentQuery().list()).isNotEmpty().allSatisfy(deployment -> assertThat(
                        jdbc.queryForObject(
                                "select count(*) from nrm_trail where kind = 'model.deployed' and subject = ?",
                                Integer.class,
                                deployment.getId()))
                .isEqualTo(repository.getDeploymentResources(deployment.getId()).size()));
    }

    @Test
    void aDeadlineThatIsExtendedIsToldWithBothInstantsAndWithoutTheReason() {
        Case person = cases.stage("team-decision", Map.of());
        cases.start(
                "deadline-change",
                "ra-secretariat",
                Map.of(
                        "caseNumber", person.number(),
                        "step", "P2-07",
                        "change", "extend",
                        "days", 1,
                        "reason", "Zamira is ill."));

        assertThat(jdbc.queryForList(
                        "select details from nrm_trail where chain = ? and kind = 'deadline.extended'",
                        String.class,
                        person.number()))
                .hasSize(2)
                .allMatch(details -> details.contains("from") && details.contains("to"));
        assertThat(column(person, "details")).noneMatch(details -> details.contains("Zamira"));
    }

    @Test
    void theGrantsThatComeWithTheDirectoryAreInTheSystemsChain() {
        assertThat(jdbc.queryForList("select details from nrm_trail where kind = 'grants.seeded'", String.class))
                .anyMatch(details -> details.contains("hotline APPLICATION tasklist ACCESS"));
    }

    @Test
    void whatIsRolledBackLeavesNoRecordAndNoGap() {
        Case person = cases.report("state-police.tirane", Map.of());
        int before = kinds(person).size();
        transaction.executeWithoutResult(status -> {
            trail.record(new Happening(person.number(), "test.happened", null, Map.of()));
            person.complete("P1-04", POTENTIAL);
            status.setRollbackOnly();
        });
        assertThat(kinds(person)).hasSize(before);

        person.complete("P1-04", POTENTIAL);
        assertThat(kinds(person)).hasSizeGreaterThan(before);
        assertThat(verification.verify(List.of()).troubles()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenDownDoesNotHappen() {
        Case person = cases.report("state-police.tirane", Map.of());
        String subjectTooLong = "x".repeat(300);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    person.complete("P1-04", POTENTIAL);
                    trail.record(new Happening(person.number(), "test.happened", subjectTooLong, Map.of()));
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(person.open()).containsExactly("P1-04 state-police.tirane");
    }

    @Test
    void aTransactionInsideAnotherTellsForItselfAlone() {
        Case person = cases.report("state-police.tirane", Map.of());
        transaction.executeWithoutResult(status -> {
            trail.record(new Happening(person.number(), "outer.happened", null, Map.of()));
            ofItsOwn()
                    .executeWithoutResult(
                            inner -> trail.record(new Happening(person.number(), "inner.happened", null, Map.of())));
            status.setRollbackOnly();
        });

        assertThat(kinds(person)).endsWith("inner.happened").doesNotContain("outer.happened");
    }

    @Test
    void whatIsToldOnceTheCommitHasBegunIsNotLost() {
        Case person = cases.report("state-police.tirane", Map.of());
        transaction.executeWithoutResult(status -> {
            trail.record(new Happening(person.number(), "first.happened", null, Map.of()));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    trail.record(new Happening(person.number(), "late.happened", null, Map.of()));
                    ofItsOwn()
                            .executeWithoutResult(own ->
                                    trail.record(new Happening(person.number(), "other.happened", null, Map.of())));
                }
            });
        });

        assertThat(kinds(person)).endsWith("first.happened", "other.happened", "late.happened");
        assertThat(verification.verify(List.of()).troubles()).isEmpty();
    }

    @Test
    void aTimerThatFailsAndIsTriedAgainLeavesTheFailureAndOneSuccess() {
        Case person = cases.report("state-police.tirane", Map.of());
        Task task = person.task("P1-04");
        String timer = person.timer(task).getId();
        runtime.setVariableLocal(task.getExecutionId(), "clock", "no such step");
        assertThatThrownBy(() -> management.executeJob(timer)).isInstanceOf(RuntimeException.class);
        assertThat(kinds(person)).containsOnlyOnce("job.failed").doesNotContain("deadline.missed");

        runtime.setVariableLocal(task.getExecutionId(), "clock", "P1-04");
        management.executeJob(timer);
        assertThat(kinds(person)).containsOnlyOnce("deadline.missed").containsOnlyOnce("escalation.opened");
        assertThat(verification.verify(List.of()).troubles()).isEmpty();
    }

    private TransactionTemplate ofItsOwn() {
        TransactionTemplate own = new TransactionTemplate(transaction.getTransactionManager());
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    private List<String> kinds(Case person) {
        return column(person, "kind");
    }

    private List<String> column(Case person, String column) {
        return jdbc.queryForList(
                "select " + column + " from nrm_trail where chain = ? order by sequence",
                String.class,
                person.number());
    }
}
