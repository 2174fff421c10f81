package al.nrm.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.handler.FormHandler;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Lets into a case only what its form asks for, and refuses the rest with a sentence (REST: 400). */
abstract class GuardedForm implements FormHandler {

    final StoredForms forms;

    GuardedForm(StoredForms forms) {
        this.forms = forms;
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
        // The guarded handler has read its configuration already.
    }

    static Authentication sender() {
        Authentication sender = Context.getCommandContext().getAuthentication();
        return sender == null ? new Authentication(null, List.of()) : sender;
    }

    /** The rules look at the whole case, whatever the sender may see of it. */
    static <T> T withoutAuthorization(Callable<T> rule) {
        return Context.getCommandContext().runWithoutAuthorization(rule);
    }

    static VariableMap accepted(CaseForm form, VariableMap sent, Map<String, Object> known) {
        Map<String, TypedValue> typed = new HashMap<>();
        sent.keySet().forEach(key -> typed.put(key, sent.getValueTyped(key)));
        VariableMap accepted = form.accept(typed, known);
        // A field left empty exists nevertheless, so that a model can pass it on.
        form.inputKeys().stream()
                .filter(key -> !known.containsKey(key))
                .forEach(key -> accepted.putIfAbsent(key, null));
        return accepted;
    }
}
