package al.nrm.casefile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Tells what is settled of a case, open or closed, by what the process it began with knows: that learns what any stage finds out. */
@Component
public class KnownFacts {

    private final HistoryService history;

    KnownFacts(HistoryService history) {
        this.history = history;
    }

    /**
     * Settled facts of a case; of two processes that it began with, the later one knows better.
     *
     * @param caseNumber as it was given
     * @param names of the facts
     * @return a value for every name, null where it is not known; nothing where no case has that number
     */
    public Optional<Map<String, Object>> of(String caseNumber, Collection<String> names) {
        List<String> beginnings = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKeyIn(CaseNumbers.BEGINNINGS.toArray(String[]::new))
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .toList();
        if (beginnings.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> facts = new HashMap<>();
        names.forEach(name -> facts.put(name, null));
        for (String beginning : beginnings) {
            history
                    .createHistoricVariableInstanceQuery()
                    .processInstanceId(beginning)
                    .activityInstanceIdIn(beginning)
                    .variableNameIn(names.toArray(String[]::new))
                    .list()
                    .stream()
                    .filter(variable -> variable.getValue() != null)
                    .forEach(variable -> facts.put(variable.getName(), variable.getValue()));
        }
        return Optional.of(facts);
    }
}
