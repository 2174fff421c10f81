package al.nrm.deadline;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The timer goes wherever its task's due date goes, in the same transaction, until it has fired. */
@ProcessTest
@TiraneTime("2026-09-14T10:00")
class FollowTaskTest {

    private static final Instant DUE = tirane("2026-09-28T10:00");
    private static final Instant LATER = tirane("2026-09-30T12:15");

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    TransactionTemplate transaction;

    private Case person;

    @BeforeEach
    void aClosureIsDue() {
        person = cases.stage("case-closure", Map.of());
        assertThat(person.due("P4-10")).isEqualTo(DUE);
    }

    @Test
    void movingTheDueDateMovesTheTimer() {
        move(LATER);
        assertThat(person.due("P4-10")).isEqualTo(LATER);
        move(DUE.plusMillis(1));
        assertThat(person.due("P4-10")).isEqualTo(DUE.plusMillis(1));
    }

    @Test
    void aRollbackMovesNeither() {
        transaction.executeWithoutResult(status -> {
            move(LATER);
            assertThat(person.due("P4-10")).isEqualTo(LATER);
            status.setRollbackOnly();
        });
        assertThat(person.due("P4-10")).isEqualTo(DUE);
    }

    @Test
    void theMovedTimerEscalates() {
        move(LATER);
        person.miss("P4-10");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
        assertThat(person.fact("missedAt")).containsExactly("2026-09-30 12:15");
    }

    @Test
    void onceTheTimerHasFiredTheDueDateIsFixed() {
        person.miss("P4-10");
        assertThatThrownBy(() -> move(LATER)).hasMessageContaining("dueDate");
        assertThat(person.task("P4-10").getDueDate().toInstant()).isEqualTo(DUE);
        tasks.claim(person.task("P4-10").getId(), "state-social-service-regional.tirane");
        assertThat(person.task("P4-10").getDueDate().toInstant()).isEqualTo(DUE);
    }

    @Test
    void noDeadlineCanBeRemoved() {
        Task task = person.task("P4-10");
        task.setDueDate(null);
        assertThatThrownBy(() -> tasks.saveTask(task)).hasMessageContaining("dueDate");
        assertThat(person.due("P4-10")).isEqualTo(DUE);
    }

    private void move(Instant due) {
        Task task = person.task("P4-10");
        task.setDueDate(Date.from(due));
        tasks.saveTask(task);
    }
}
