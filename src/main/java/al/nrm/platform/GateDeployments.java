package al.nrm.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Refuses a new deployment with all its findings in one answer (REST: 400). What is deployed already is never judged
 * again, so that a rule tightened later cannot break a running case.
 */
class GateDeployments implements Deployer {

    private final ObjectProvider<DeploymentCheck> checks;
    private final ApplicationEventPublisher events;

    GateDeployments(ObjectProvider<DeploymentCheck> checks, ApplicationEventPublisher events) {
        this.checks = checks;
        this.events = events;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> resources = new LinkedHashMap<>();
        deployment.getResources().forEach((name, resource) -> resources.put(name, resource.getBytes()));
        List<String> findings = checks.stream()
                .flatMap(check -> check.findings(resources).stream())
                .toList();
        if (!findings.isEmpty()) {
            throw new ParseException(refusal(findings), deployment.getName(), List.of(), List.of());
        }
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(
                        TransactionState.COMMITTED, command -> events.publishEvent(new ModelsDeployed()));
    }

    static String refusal(List<String> findings) {
        return "Deployment refused: " + String.join("; ", findings);
    }
}
