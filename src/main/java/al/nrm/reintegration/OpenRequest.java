package al.nrm.reintegration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells one request of a list what is asked and of whom. */
@Component
class OpenRequest implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        ServiceAsked asked = ServiceAsked.read((String) execution.getVariable("serviceRequest"));
        execution.setVariable("service", asked.service());
        execution.setVariable("serviceProvider", asked.provider());
    }
}
