package al.nrm.reintegration;

import al.nrm.casefile.LongText;
import al.nrm.deadline.WorkingCalendar;
import al.nrm.institution.Institutions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Tells the case manager at each review what every institution has answered, and which one is silent. */
@Component
class GatherServiceAnswers implements JavaDelegate {

    private final HistoryService history;
    private final Institutions institutions;

    GatherServiceAnswers(HistoryService history, Institutions institutions) {
        this.history = history;
        this.institutions = institutions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<HistoricProcessInstance> requests = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(ServiceRequestProcess.KEY)
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .orderByProcessInstanceStartTime()
                .asc()
                .list();
        String answers = requests.stream().map(this::answer).collect(Collectors.joining("\n\n"));
        execution.setVariable("serviceAnswers", LongText.of(answers));
    }

    private String answer(HistoricProcessInstance request) {
        Map<String, Object> values = new HashMap<>();
        history.createHistoricVariableInstanceQuery()
                .processInstanceId(request.getId())
                .variableNameIn("service", "serviceProvider", "serviceAnswer", "serviceReasons")
                .list()
                .forEach(variable -> values.put(variable.getName(), variable.getValue()));
        ServiceAsked asked = ServiceAsked.of(values);
        Object answer =
                values.getOrDefault("serviceAnswer", request.getEndTime() == null ? "not answered yet" : "cut off");
        Object reasons = values.get("serviceReasons");
        return WorkingCalendar.dayOf(request.getStartTime().toInstant()) + " " + asked.service() + ", "
                + institutions.nameOf(asked.provider()) + ": " + answer + (reasons == null ? "" : "\n" + reasons);
    }
}
