package al.nrm.referral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/** Copies into the case that goes on what its case manager must know of the merged one, as far as the person agreed to it. */
@Component
class GatherMergedCase implements JavaDelegate {

    private static final List<String> HANDED_OVER =
            List.of("narrative", "placeFound", "safeContactRule", "safeContactPhone", "safeContactTime");

    private static final List<String> AGREED = List.of("ageGroup", "consentDataSharing");

    private final HistoryService history;
    private final RuntimeService runtime;

    GatherMergedCase(HistoryService history, RuntimeService runtime) {
        this.history = history;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution merge) {
        String merged = (String) merge.getVariable("mergedCase");
        merge.setVariable("handoverNote", note(merged));
        Map<String, Object> known = known(merged);
        boolean agreed = !"adult".equals(known.get("ageGroup")) || Boolean.TRUE.equals(known.get("consentDataSharing"));
        HANDED_OVER.forEach(fact -> merge.setVariable(fact, agreed ? known.get(fact) : null));
    }

    /** Written a moment ago by the step that decided, which is not in the history before this transaction ends. */
    private Object note(String merged) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("duplicate-check")
                .processInstanceBusinessKey(merged)
                .list()
                .stream()
                .map(check -> runtime.getVariable(check.getId(), "handoverNote"))
                .filter(note -> note != null)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> known(String merged) {
        Map<String, Object> known = new HashMap<>();
        history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(merged)
                .processDefinitionKey(ReferralProcess.KEY)
                .list()
                .stream()
                .flatMap(referral -> history
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(referral.getId())
                        .variableNameIn(Stream.concat(HANDED_OVER.stream(), AGREED.stream())
                                .toArray(String[]::new))
                        .list()
                        .stream())
                .filter(fact -> fact.getActivityInstanceId().equals(fact.getProcessInstanceId()))
                .forEach((HistoricVariableInstance fact) -> known.putIfAbsent(fact.getName(), fact.getValue()));
        return known;
    }
}
