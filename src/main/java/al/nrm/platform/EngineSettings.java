package al.nrm.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine's switches that its property file does not reach, each with its reason. */
@Configuration
class EngineSettings {

    /** Ids are kebab-case with a county after a dot; the engine's default takes letters and digits only. */
    private static final String IDS = "[a-zA-Z0-9][a-zA-Z0-9._@-]*";

    @Bean
    AbstractCamundaConfiguration nrmEngineSettings(ModelBeans beans, ObjectProvider<DeploymentCheck> checks) {
        return new AbstractCamundaConfiguration() {
            @Override
            public void preInit(SpringProcessEngineConfiguration engine) {
                engine.setGeneralResourceWhitelistPattern(IDS);
                engine.setExpressionManager(new ModelExpressions(beans));
                // Revokes are unusable on PostgreSQL and slow everywhere: this system grants only.
                engine.setAuthorizationCheckRevokes(ProcessEngineConfigurationImpl.AUTHORIZATION_CHECK_REVOKE_NEVER);
                // A variable must never become an arbitrary Java object.
                engine.setDeserializationTypeValidationEnabled(true);
                engine.setDefaultSerializationFormat("application/json");
                // Neither is used, and both make every task query slower.
                engine.setCmmnEnabled(false);
                engine.setStandaloneTasksEnabled(false);
                // The deadline that passed first is escalated first.
                engine.setJobExecutorAcquireByDueDate(true);
                List<Deployer> deployers = new ArrayList<>(List.of(new GateDeployments(checks)));
                if (engine.getCustomPreDeployers() != null) {
                    deployers.addAll(engine.getCustomPreDeployers());
                }
                engine.setCustomPreDeployers(deployers);
            }
        };
    }

    /** The engine's own clock, so that deadlines and timers never tell different times. */
    @Bean
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return ClockUtil.getCurrentTime().toInstant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("The engine's clock is read as an instant only");
            }
        };
    }
}
