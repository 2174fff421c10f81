package al.nrm.audit;

import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Tells the trail of each model that is published: its name and the digest of its text. */
class RecordDeployments implements Deployer {

    private final Trail trail;

    RecordDeployments(Trail trail) {
        this.trail = trail;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        String user = Context.getCommandContext().getAuthenticatedUserId();
        deployment
                .getResources()
                .forEach((name, resource) -> trail.tell(
                        new Happening(
                                null,
                                "model.deployed",
                                deployment.getId(),
                                Map.of("name", name, "digest", StoredValue.digest(resource.getBytes()))),
                        null,
                        user,
                        Map.of()));
    }
}
