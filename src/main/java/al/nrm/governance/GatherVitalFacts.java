package al.nrm.governance;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/**
 * Lays before the supervisor what the stages of the case know that can save a life, for as long as the sight lasts: it is
 * kept in the sub-process of the sight alone and goes with it.
 */
@Component
class GatherVitalFacts implements JavaDelegate {

    static final List<String> VITAL = List.of(
            "fullName",
            "dateOfBirth",
            "riskLevel",
            "highSecurity",
            "withChildren",
            "narrative",
            "incidentDescription",
            "placeFound",
            "riskFindings",
            "safetyPlan",
            "missingDescription",
            "missingCircumstances",
            "healthAdvice",
            "safeContactRule",
            "safeContactPhone",
            "safeContactTime",
            "guardianName",
            "guardianPhone",
            "shelterContact",
            "caseManagerName",
            "caseManagerPhone",
            "interpreterName",
            "interpreterPhone");

    private final HistoryService history;

    GatherVitalFacts(HistoryService history) {
        this.history = history;
    }

    @Override
    public void execute(DelegateExecution sight) {
        Map<String, Object> known = new HashMap<>();
        stages(sight.getProcessBusinessKey()).forEach(stage -> facts(stage).forEach(known::putIfAbsent));
        VITAL.forEach(fact -> sight.setVariableLocal(fact, known.get(fact)));
    }

    /** What runs knows better than what has ended, and what began later better than what began before. */
    private List<HistoricProcessInstance> stages(String caseNumber) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .sorted(Comparator.comparing(stage -> stage.getEndTime() != null))
                .toList();
    }

    private Map<String, Object> facts(HistoricProcessInstance stage) {
        Map<String, Object> facts = new HashMap<>();
        history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(stage.getId())
                .variableNameIn(VITAL.toArray(String[]::new))
                .list()
                .stream()
                .filter(variable -> isOfTheStageItself(variable) && variable.getValue() != null)
                .forEach(variable -> facts.put(variable.getName(), variable.getValue()));
        return facts;
    }

    /** Not the copy that an earlier sight was given, nor what one step said for itself. */
    private static boolean isOfTheStageItself(HistoricVariableInstance variable) {
        return variable.getProcessInstanceId().equals(variable.getActivityInstanceId());
    }
}
