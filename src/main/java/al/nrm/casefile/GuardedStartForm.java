package al.nrm.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;

/** A start form whose content is checked by the form and by the feature's own rule before a process begins. */
class GuardedStartForm extends GuardedForm implements StartFormHandler {

    private final StartFormHandler handler;
    private final ObjectProvider<FormCheck> checks;

    GuardedStartForm(StartFormHandler handler, StoredForms forms, ObjectProvider<FormCheck> checks) {
        super(forms);
        this.handler = handler;
        this.checks = checks;
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity process) {
        return handler.createStartFormData(process);
    }

    @Override
    public void submitFormVariables(VariableMap sent, VariableScope scope) {
        ExecutionEntity instance = (ExecutionEntity) scope;
        ProcessDefinitionEntity process = instance.getProcessDefinition();
        if (instance.getBusinessKey() != null) {
            throw new FormRefused("businessKey", "the case number is given by the system and may not be sent");
        }
        handler.submitFormVariables(
                withoutAuthorization(
                        () -> checked(forms.of(process, process.getStartFormDefinition()), sent, instance)),
                scope);
    }

    private VariableMap checked(CaseForm form, VariableMap sent, ExecutionEntity instance) {
        Authentication sender = sender();
        List<String> groups = Optional.ofNullable(sender.getGroupIds()).orElse(List.of());
        List<FormCheck> rules =
                checks.stream().filter(check -> check.form().equals(form.id())).toList();
        CaseForm asked = form;
        for (FormCheck rule : rules) {
            for (Map.Entry<String, List<String>> choice : rule.choices(groups).entrySet()) {
                asked = asked.offering(choice.getKey(), choice.getValue());
            }
        }
        VariableMap accepted = accepted(asked, sent, Map.of());
        Submission submission = new Submission(sender.getUserId(), groups, accepted, instance);
        rules.forEach(rule -> rule.check(submission));
        return accepted;
    }
}
