package al.nrm.casefile;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Answers every search for tasks, count and stored filter with what the one who asks may see, whichever route it came by
 * and whatever right the engine has left behind for him (ADR 11).
 */
class SeenTasks extends TaskManager {

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl search) {
        return seen(search, () -> super.findTasksByQueryCriteria(search));
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl search) {
        return seen(search, () -> super.findTaskCountByQueryCriteria(search));
    }

    private <T> T seen(TaskQueryImpl search, Supplier<T> answer) {
        Authentication caller = getCurrentAuthentication();
        if (caller == null || !getCommandContext().isAuthorizationCheckEnabled()) {
            return answer.get();
        }
        int asked = search.getQueries().size();
        Sight.narrow(search, caller.getGroupIds() == null ? List.of() : caller.getGroupIds());
        try {
            return answer.get();
        } finally {
            // A stored filter would keep what is left in its search.
            search.getQueries().subList(asked, search.getQueries().size()).clear();
        }
    }
}
