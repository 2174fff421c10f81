package al.nrm.casefile;

import al.nrm.institution.Institutions;
import java.util.Set;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the server's form rules and the county's routing before every user task and start form, whoever wrote the model. */
@Component
class GuardForms extends AbstractCamundaConfiguration {

    private final Institutions institutions;
    private final ObjectProvider<FormCheck> checks;

    GuardForms(Institutions institutions, ObjectProvider<FormCheck> checks) {
        this.institutions = institutions;
        this.checks = checks;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        StoredForms forms = new StoredForms();
        engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                guard(((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition());
            }

            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                if (process.getStartFormHandler() != null) {
                    process.setStartFormHandler(new GuardedStartForm(process.getStartFormHandler(), forms, checks));
                }
            }

            private void guard(TaskDefinition task) {
                task.setTaskFormHandler(new GuardedTaskForm(task.getTaskFormHandler(), forms));
                Set<Expression> groups = task.getCandidateGroupIdExpressions();
                Set<Expression> named = Set.copyOf(groups);
                groups.clear();
                named.forEach(group -> groups.add(new RoutedGroup(group, institutions)));
            }
        });
    }
}
