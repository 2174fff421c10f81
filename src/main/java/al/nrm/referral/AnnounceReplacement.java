package al.nrm.referral;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Lets every stage that knows who holds a role of the case know who holds it from now on. */
@Component
class AnnounceReplacement implements JavaDelegate {

    /** Where the steps that name somebody first (P3-05, P1-03, P2-04) keep name and number. */
    private static final Map<String, List<String>> KEPT_AS = Map.of(
            "caseManager", List.of("caseManagerName", "caseManagerPhone"),
            "interpreter", List.of("interpreterName", "interpreterPhone"),
            "guardian", List.of("interimGuardian", "interimGuardianPhone"));

    private final RuntimeService runtime;

    AnnounceReplacement(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution lapse) {
        List<String> kept = KEPT_AS.get((String) lapse.getVariable("lapsedRole"));
        String name = kept.get(0);
        String phone = kept.get(1);
        lapse.setVariable(name, lapse.getVariable("replacementName"));
        lapse.setVariable(phone, lapse.getVariable("replacementPhone"));
        for (ProcessInstance stage : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lapse.getProcessBusinessKey())
                .list()) {
            if (!stage.getId().equals(lapse.getProcessInstanceId())
                    && runtime.getVariables(stage.getId(), List.of(name)).containsKey(name)) {
                runtime.setVariable(stage.getId(), name, lapse.getVariable("replacementName"));
                runtime.setVariable(stage.getId(), phone, lapse.getVariable("replacementPhone"));
            }
        }
    }
}
