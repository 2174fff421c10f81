package al.nrm.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/** Offers for erasure the cases whose time is over, and takes no other. */
@Component
class CheckErasure implements FormCheck {

    private final Retention retention;
    private final HistoryService history;

    CheckErasure(Retention retention, HistoryService history) {
        this.retention = retention;
        this.history = history;
    }

    @Override
    public String form() {
        return "case-erasure-request";
    }

    @Override
    public Map<String, List<String>> choices(Collection<String> groups) {
        return Map.of(
                "caseNumber", retention.due().stream().map(ClosedCase::number).toList());
    }

    @Override
    public void check(Submission request) {
        ClosedCase closed = retention.due().stream()
                .filter(due -> due.number().equals(request.value("caseNumber")))
                .findFirst()
                .orElseThrow(() -> new FormRefused("caseNumber", "this is no closed case whose time is over"));
        request.belongsTo(closed.number());
        request.put("closedOn", closed.closedOn().toString());
        request.put("ageGroup", closed.ageGroup());
        request.put("closureReason", closed.closureReason());
        request.put("keptBecause", closed.rule().legalBasis());
        request.put("reportedAt", reportedAt(closed.number()));
    }

    /** The table of deadlines asks for it: the procedures of that day hold for the case. */
    private Object reportedAt(String caseNumber) {
        return history
                .createHistoricVariableInstanceQuery()
                .variableName("reportedAt")
                .processInstanceIdIn(
                        history
                                .createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(caseNumber)
                                .list()
                                .stream()
                                .map(stage -> stage.getId())
                                .toArray(String[]::new))
                .list()
                .stream()
                .map(HistoricVariableInstance::getValue)
                .findFirst()
                .orElse(null);
    }
}
