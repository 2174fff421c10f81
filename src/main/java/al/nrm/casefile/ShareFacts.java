package al.nrm.casefile;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Sets its input parameters as facts in every running process of the case that knows them already, so that a finding
 * made in one stage holds in all.
 */
@Component
class ShareFacts implements JavaDelegate {

    private final RuntimeService runtime;

    ShareFacts(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> facts = execution.getVariablesLocal();
        String own = execution.getProcessInstanceId();
        facts.forEach((name, value) -> runtime.setVariable(own, name, value));
        for (ProcessInstance stage : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .list()) {
            if (!stage.getId().equals(own)) {
                Map<String, Object> known = runtime.getVariables(stage.getId(), facts.keySet());
                facts.forEach((name, value) -> {
                    if (known.containsKey(name)) {
                        runtime.setVariable(stage.getId(), name, value);
                    }
                });
            }
        }
    }
}
