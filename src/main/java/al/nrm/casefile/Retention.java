package al.nrm.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Tells which closed cases need not be kept any longer, by the table that the secretariat keeps ({@code retention.dmn}). */
@Component
class Retention {

    /** The processes that a person's case begins with (contract, section 3). */
    private static final String[] CASES = {"referral", "online-report", "return"};

    private static final ZoneId TIRANE = ZoneId.of("Europe/Tirane");

    private final HistoryService history;
    private final RuntimeService runtime;
    private final DecisionService decisions;
    private final Erasures erasures;
    private final Clock clock;

    Retention(
            HistoryService history, RuntimeService runtime, DecisionService decisions, Erasures erasures, Clock clock) {
        this.history = history;
        this.runtime = runtime;
        this.decisions = decisions;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** The dry run: every case whose content may be erased today, by number. */
    List<ClosedCase> due() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TIRANE);
        return ended(clock.instant())
                .filter(root -> !erasures.isOrdered(root.getBusinessKey()))
                .map(root -> due(root, today))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(ClosedCase::number))
                .toList();
    }

    /** The numbers of the cases that had ended by then and in which nothing runs any more. */
    List<String> closedBefore(Instant then) {
        return ended(then).map(HistoricProcessInstance::getBusinessKey).sorted().toList();
    }

    private Stream<HistoricProcessInstance> ended(Instant before) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKeyIn(CASES)
                .finishedBefore(Date.from(before))
                .list()
                .stream()
                .filter(root -> runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(root.getBusinessKey())
                                .count()
                        == 0);
    }

    private Optional<ClosedCase> due(HistoricProcessInstance root, LocalDate today) {
        LocalDate closed = LocalDate.ofInstant(root.getEndTime().toInstant(), TIRANE);
        Map<String, Object> facts = facts(root.getBusinessKey());
        RetentionRule rule = rule(facts);
        String born = (String) facts.get("dateOfBirth");
        return rule.keptUntil(closed, born == null ? null : LocalDate.parse(born))
                        .isAfter(today)
                ? Optional.empty()
                : Optional.of(new ClosedCase(
                        root.getBusinessKey(),
                        closed,
                        (String) facts.get("ageGroup"),
                        (String) facts.get("closureReason"),
                        rule));
    }

    /** What the case's stages knew last, the youngest stage's word counting most. */
    private Map<String, Object> facts(String caseNumber) {
        Map<String, Object> facts = new TreeMap<>();
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .forEach(stage -> history
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(stage.getId())
                        .variableNameIn("closureReason", "ageGroup", "dateOfBirth")
                        .list()
                        .stream()
                        .filter(fact -> fact.getValue() != null)
                        .sorted(Comparator.comparing(HistoricVariableInstance::getCreateTime))
                        .forEach(fact -> facts.put(fact.getName(), fact.getValue())));
        return facts;
    }

    private RetentionRule rule(Map<String, Object> facts) {
        return RetentionRule.of(decisions
                .evaluateDecisionTableByKey("retention")
                .variables(Variables.createVariables()
                        .putValue("closureReason", facts.get("closureReason"))
                        .putValue("ageGroup", facts.get("ageGroup")))
                .evaluate()
                .getSingleResult()
                .getEntryMap());
    }
}
