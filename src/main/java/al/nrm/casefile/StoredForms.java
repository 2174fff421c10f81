package al.nrm.casefile;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Reads the form of a task or start event in the version it was deployed with its model; each is parsed once. */
class StoredForms {

    private final Map<String, CaseForm> parsed = new ConcurrentHashMap<>();

    CaseForm of(ProcessDefinitionEntity process, FormDefinition form) {
        String name = form.getCamundaFormDefinitionKey().getExpressionText() + ".form";
        String deployment = process.getDeploymentId();
        return parsed.computeIfAbsent(
                deployment + "/" + name,
                key -> CaseForm.parse(new ByteArrayInputStream(Context.getCommandContext()
                        .getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(deployment, name)
                        .getBytes())));
    }
}
