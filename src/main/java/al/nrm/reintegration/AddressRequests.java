package al.nrm.reintegration;

import al.nrm.deadline.WorkingCalendar;
import al.nrm.institution.Institutions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/**
 * Finds for each service that is wanted the institution of the case's county; what an institution has not answered yet is
 * not asked of it twice, so that it has one open task for it.
 */
@Component
class AddressRequests implements JavaDelegate {

    private final RuntimeService runtime;
    private final Institutions institutions;
    private final Clock clock;

    AddressRequests(RuntimeService runtime, Institutions institutions, Clock clock) {
        this.runtime = runtime;
        this.institutions = institutions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Set<String> unanswered = unanswered(execution.getProcessBusinessKey());
        List<String> requests = wanted(execution).stream()
                .map(ServiceAsked::written)
                .filter(request -> !unanswered.contains(request))
                .distinct()
                .toList();
        execution.setVariable("serviceRequests", new ArrayList<>(requests));
        execution.setVariable("exitOn", notBeforeToday((String) execution.getVariable("exitOn")));
    }

    private List<ServiceAsked> wanted(DelegateExecution execution) {
        List<ServiceAsked> wanted = new ArrayList<>();
        chosen(execution, "requestedServices").stream()
                .filter(ServiceAsked.OWED_BY::containsKey)
                .forEach(service -> wanted.add(asked(execution, service, ServiceAsked.OWED_BY.get(service))));
        if (execution.getVariable("psychosocialProvider") instanceof String provider && !provider.isEmpty()) {
            wanted.add(asked(execution, "psychosocial", provider));
        }
        chosen(execution, "otherProviders").forEach(provider -> wanted.add(asked(execution, "other", provider)));
        return wanted;
    }

    private ServiceAsked asked(DelegateExecution execution, String service, String institution) {
        String county = (String) execution.getVariable("county");
        return new ServiceAsked(service, institutions.groupFor(institution, county));
    }

    private static List<String> chosen(DelegateExecution execution, String list) {
        return execution.getVariable(list) instanceof SpinJsonNode json && json.isArray()
                ? json.elements().stream().map(SpinJsonNode::stringValue).toList()
                : List.of();
    }

    private Set<String> unanswered(String caseNumber) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(ServiceRequestProcess.KEY)
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .map(request ->
                        ServiceAsked.of(runtime.getVariables(request.getId())).written())
                .collect(Collectors.toSet());
    }

    /** Economic aid is due from the exit, and nobody can have been late before being asked. */
    private String notBeforeToday(String exitOn) {
        String today = WorkingCalendar.dayOf(clock.instant()).toString();
        return exitOn == null || exitOn.compareTo(today) < 0 ? today : exitOn;
    }
}
