package al.nrm.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever stood still or ran twice, each missed deadline is escalated exactly once, the oldest first. */
@ProcessTest
@TiraneTime("2026-09-14T10:00")
class OutageTest {

    @Autowired
    Cases cases;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void deadlinesThatPassedDuringAnOutageAreEachEscalatedOnceWhenItIsOver() {
        Case deciding = cases.stage("team-decision", Map.of());
        Case convening = cases.stage("formal-identification", Map.of());
        Case closing = cases.stage("case-closure", Map.of());
        Case tooYoung = cases.stage("child-safeguards", Map.of("ageGroup", "doubt", "unaccompanied", true));
        List<Case> all = List.of(deciding, convening, closing, tooYoung);

        Cases.itIs("2026-09-27T03:00");
        assertThat(runAllThatIsDue(all))
                .isSortedAccordingTo((one, other) -> one.compareTo(other))
                .hasSize(5);

        assertThat(convening.ladder()).containsExactly("E1 state-police-at.tirane.lead");
        assertThat(deciding.ladder()).containsExactly("E3 ra-secretariat", "E3 ra-secretariat");
        assertThat(closing.ladder()).isEmpty();
        assertThat(tooYoung.ladder()).containsExactly("E1 child-protection-unit.tirane.lead", "E3 ra-secretariat");
        assertThat(runAllThatIsDue(all)).isEmpty();
        assertThat(convening.due("E1")).isEqualTo(Cases.tirane("2026-09-27T15:00"));
    }

    @Test
    void aTimerThatIsExecutedAgainDoesNotEscalateAgain() {
        Case person = cases.stage("formal-identification", Map.of());
        Job timer = person.timer(person.task("P2-01"));
        management.executeJob(timer.getId());
        assertThatThrownBy(() -> management.executeJob(timer.getId())).isInstanceOf(RuntimeException.class);
        assertThat(person.ladder()).hasSize(1);
    }

    @Test
    void twoNodesThatExecuteOneTimerAtOnceEscalateOnce() throws Exception {
        Case person = cases.stage("formal-identification", Map.of());
        String timer = person.timer(person.task("P2-01")).getId();
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Void> node = () -> {
            start.await();
            management.executeJob(timer);
            return null;
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            assertThat(succeeded(nodes.invokeAll(List.of(node, node)))).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(person.ladder()).containsExactly("E1 state-police-at.tirane.lead");
    }

    @Test
    void theDeadlineThatPassedFirstIsEscalatedFirst() {
        cases.stage("case-closure", Map.of());
        cases.stage("decision-serving", Map.of("outcome", "victim"));
        cases.stage("team-decision", Map.of());
        Cases.itIs("2026-10-14T10:00");
        List<AcquirableJobEntity> next = engine.getCommandExecutorTxRequired()
                .execute(command -> command.getJobManager().findNextJobsToExecute(new Page(0, 500)));
        assertThat(next)
                .hasSizeGreaterThanOrEqualTo(4)
                .extracting(AcquirableJobEntity::getDuedate)
                .isSorted();
    }

    /** As the engine's executor would, by due date. */
    private List<String> runAllThatIsDue(List<Case> all) {
        List<Job> due = management.createJobQuery().timers().executable().orderByJobDuedate().asc().list().stream()
                .filter(job -> all.stream().flatMap(Case::instances).anyMatch(instance -> instance.getId()
                        .equals(job.getProcessInstanceId())))
                .toList();
        due.forEach(job -> management.executeJob(job.getId()));
        return due.stream().map(job -> job.getDuedate().toInstant().toString()).toList();
    }

    private static long succeeded(List<Future<Void>> runs) throws InterruptedException {
        long succeeded = 0;
        for (Future<Void> run : runs) {
            try {
                run.get();
                succeeded++;
            } catch (ExecutionException lostTheRace) {
                assertThat(lostTheRace).hasCauseInstanceOf(RuntimeException.class);
            }
        }
        return succeeded;
    }
}
