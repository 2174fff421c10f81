package al.nrm.deadline;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells since when a step or a process runs, so that a deadline asked for again counts from there and never begins anew. */
@Component
class Starts {

    private final TaskService tasks;
    private final HistoryService history;
    private final Clock clock;

    Starts(TaskService tasks, HistoryService history, Clock clock) {
        this.tasks = tasks;
        this.history = history;
        this.clock = clock;
    }

    /** A task whose timer asks for the first time is not there yet: it opens now. */
    Instant ofTask(DelegateExecution execution) {
        if (execution.getVariableLocal(Deadline.DUE_AT) == null) {
            return clock.instant();
        }
        Task open = tasks.createTaskQuery().executionId(execution.getId()).singleResult();
        return open == null ? clock.instant() : open.getCreateTime().toInstant();
    }

    /** A process that has begun in this very transaction is not in the history yet: it begins now. */
    Instant ofProcess(DelegateExecution process) {
        HistoricProcessInstance recorded = history.createHistoricProcessInstanceQuery()
                .processInstanceId(process.getId())
                .singleResult();
        return recorded == null ? clock.instant() : recorded.getStartTime().toInstant();
    }
}
