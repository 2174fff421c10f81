package al.nrm.justice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/**
 * Tells what the criminal proceedings of a case know, also after they have ended: a release comes years after the judgment,
 * when nothing of the case runs any more.
 */
@Component
class ProceedingsSoFar {

    /** Where the proceedings keep what they find out. */
    private static final String[] STAGES = {"justice", "criminal-proceedings", "victim-rights"};

    /** What the steps that a court notice opens need to know of the case; all of it is open (contract, section 4). */
    private static final List<String> FACTS = List.of(
            "procedureVersion",
            "reportedAt",
            "reportingInstitution",
            "county",
            "channel",
            "ageGroup",
            "sex",
            "nationality",
            "interpreterLanguage",
            "exploitationType",
            "caseManager",
            "competentProsecution");

    /** What is protected and shown by a step that a court notice opens; it is handed no more. */
    private static final List<String> PROTECTED =
            List.of("fullName", "dateOfBirth", "noticeContact", "hearingWish", "lawyerName", "lawyerPhone");

    private final HistoryService history;

    ProceedingsSoFar(HistoryService history) {
        this.history = history;
    }

    /**
     * @return every fact by name, null where it is not known; nothing at all where the case has no proceedings, or its
     *     content has been erased
     */
    Map<String, Object> of(String caseNumber) {
        Map<String, Object> known = new HashMap<>();
        for (HistoricProcessInstance stage : stages(caseNumber)) {
            for (HistoricVariableInstance fact : facts(stage)) {
                if (fact.getErrorMessage() != null) {
                    return Map.of();
                }
                known.putIfAbsent(fact.getName(), fact.getValue());
            }
        }
        if (!known.isEmpty()) {
            names().forEach(name -> known.putIfAbsent(name, null));
        }
        return known;
    }

    /** What runs knows better than what has ended, and what began later better than what began before. */
    private List<HistoricProcessInstance> stages(String caseNumber) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKeyIn(STAGES)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .sorted(Comparator.comparing(stage -> stage.getEndTime() != null))
                .toList();
    }

    /** Of the stage itself, and not what one step said for itself. */
    private List<HistoricVariableInstance> facts(HistoricProcessInstance stage) {
        return history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(stage.getId())
                .variableNameIn(names().toArray(String[]::new))
                .list()
                .stream()
                .filter(fact -> fact.getProcessInstanceId().equals(fact.getActivityInstanceId()))
                .filter(fact -> fact.getValue() != null || fact.getErrorMessage() != null)
                .toList();
    }

    private static Stream<String> names() {
        return Stream.concat(FACTS.stream(), PROTECTED.stream());
    }
}
