package al.nrm.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Refuses a new deployment with all its findings in one answer (REST: 400). What is deployed already is never judged
 * again, so that a rule tightened later cannot break a running case.
 */
class GateDeployments implements Deployer {

    private final ObjectProvider<DeploymentCheck> checks;

    GateDeployments(ObjectProvider<DeploymentCheck> checks) {
        this.checks = checks;
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
            throw new ParseException(
                    "Deployment refused: " + String.join("; ", findings), deployment.getName(), List.of(), List.of());
        }
    }
}
