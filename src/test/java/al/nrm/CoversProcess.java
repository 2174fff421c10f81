package al.nrm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Promises that the tests of this class together walk every path of one process; the class fails and names the flows
 * that no test took. Every node of a model has a flow, so that every node is entered where every flow is taken.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CoversProcess.Check.class)
public @interface CoversProcess {

    /** The process's key. */
    String value();

    /** Counts from the first test of the class to the last. */
    class Check implements BeforeAllCallback, AfterAllCallback {

        @Override
        public void beforeAll(ExtensionContext test) {
            spring(test).getBean(TakenFlows.class).forget();
        }

        @Override
        public void afterAll(ExtensionContext test) {
            String process = test.getRequiredTestClass()
                    .getAnnotation(CoversProcess.class)
                    .value();
            TreeSet<String> missing = new TreeSet<>();
            model(test, process).getModelElementsByType(SequenceFlow.class).stream()
                    // The engine leaps from such a gateway to the event, whose own flow tells that it came.
                    .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                    .forEach(flow -> missing.add(flow.getId()));
            missing.removeAll(spring(test).getBean(TakenFlows.class).of(process));
            if (!missing.isEmpty()) {
                throw new AssertionError("No test of this class took these flows of " + process + ": " + missing);
            }
        }

        private static BpmnModelInstance model(ExtensionContext test, String process) {
            RepositoryService repository = spring(test).getBean(RepositoryService.class);
            return repository.getBpmnModelInstance(repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId());
        }

        private static ApplicationContext spring(ExtensionContext test) {
            return SpringExtension.getApplicationContext(test);
        }
    }
}
