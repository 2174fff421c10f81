package al.nrm.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A task's form is sent by the one person who works on the task, and the record says who that was. */
@ProcessTest
class GuardedTaskFormTest {

    private static final Map<String, Object> CONFIRMED = Map.of("closureConfirmed", true);

    @Autowired
    Cases cases;

    @Autowired
    FormService forms;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    private Case person;
    private String task;

    @BeforeEach
    void theSecretariatIsToConfirmAClosure() {
        person = cases.stage("case-closure", Map.of()).complete("P4-10");
        task = person.task("P4-10").getId();
    }

    @Test
    void whoSendsATaskThatNobodyHasClaimedHasWorkedOnIt() {
        send("ra-secretariat-2");
        assertThat(history.createHistoricTaskInstanceQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isEqualTo("ra-secretariat-2");
        assertThat(person.open()).isEmpty();
    }

    @Test
    void aTaskThatAColleagueHasClaimedIsRefused() {
        tasks.claim(task, "ra-secretariat");
        assertThatThrownBy(() -> send("ra-secretariat-2"))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("assignee: ");
        assertThat(person.open()).containsExactly("P4-10 ra-secretariat");
        send("ra-secretariat");
        assertThat(person.open()).isEmpty();
    }

    @Test
    void whoIsNotOfTheResponsibleGroupMayNotSendItAtAll() {
        assertThatThrownBy(() -> send("ra-chair")).isInstanceOf(AuthorizationException.class);
        assertThat(person.open()).containsExactly("P4-10 ra-secretariat");
    }

    private void send(String user) {
        cases.as(user, () -> {
            forms.submitTaskForm(task, CONFIRMED);
            return null;
        });
    }
}
