package al.nrm;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The same models, forms and beans with every switch of the engine that costs or saves work put back to what Camunda's
 * starter ships; only what the models cannot run without stays.
 */
@TestComponent
@Order(Ordered.LOWEST_PRECEDENCE)
class StarterDefaults extends AbstractCamundaConfiguration {

    /** What {@code application.yaml} changes and the starter leaves otherwise, as start arguments. */
    static final String[] PROPERTIES = {
        "--camunda.bpm.authorization.enabled=false",
        "--camunda.bpm.metrics.enabled=true",
        "--camunda.bpm.metrics.db-reporter-activate=true",
        "--camunda.bpm.eventing.execution=true",
        "--camunda.bpm.eventing.history=true",
        "--camunda.bpm.default-number-of-retries=3",
        "--spring.datasource.hikari.maximum-pool-size=10"
    };

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_AUTO);
        engine.setEnableHistoricInstancePermissions(false);
        engine.setDeserializationTypeValidationEnabled(false);
        engine.setCmmnEnabled(true);
        engine.setStandaloneTasksEnabled(true);
        engine.setJobExecutorAcquireByDueDate(false);
    }
}
