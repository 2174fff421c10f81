package al.nrm.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The engine's switches that its property file does not reach, each with its reason. */
@Configuration
class EngineSettings {

    /** Ids are kebab-case with a county after a dot; the engine's default takes letters and digits only. */
    private static final String IDS = "[a-zA-Z0-9][a-zA-Z0-9._@-]*";

    private static final List<String> MODELS =
            List.of("classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form");

    @Bean
    AbstractCamundaConfiguration nrmEngineSettings(
            ModelBeans beans, ObjectProvider<DeploymentCheck> checks, ApplicationEventPublisher events) {
        return new AbstractCamundaConfiguration() {
            @Override
            public void preInit(SpringProcessEngineConfiguration engine) {
                engine.setGeneralResourceWhitelistPattern(IDS);
                // A refused form is the sender's to know; what fails in the engine itself is logged by its caller.
                engine.setEnableCmdExceptionLogging(false);
                engine.setExpressionManager(new ModelExpressions(beans));
                // Revokes are unusable on PostgreSQL and slow everywhere: this system grants only.
                engine.setAuthorizationCheckRevokes(ProcessEngineConfigurationImpl.AUTHORIZATION_CHECK_REVOKE_NEVER);
                // A variable must never become an arbitrary Java object.
                engine.setDeserializationTypeValidationEnabled(true);
                engine.setDefaultSerializationFormat("application/json");
                // A comment on a task is part of its history: whoever works on the task may write and read it.
                engine.setEnableHistoricInstancePermissions(true);
                // Neither is used, and both make every task query slower.
                engine.setCmmnEnabled(false);
                engine.setStandaloneTasksEnabled(false);
                engine.setHistoryRemovalTimeProvider(new KeepCaseHistory());
                engine.getCustomHistoryEventHandlers().add(new TellMigrations(events));
                // The deadline that passed first is escalated first.
                engine.setJobExecutorAcquireByDueDate(true);
                List<Deployer> deployers = new ArrayList<>(List.of(new GateDeployments(checks, events)));
                if (engine.getCustomPreDeployers() != null) {
                    deployers.addAll(engine.getCustomPreDeployers());
                }
                engine.setCustomPreDeployers(deployers);
                engine.setDeploymentResources(models());
            }
        };
    }

    /**
     * All models under their bare file names. The engine itself would name them by their path when they lie in a folder
     * and by their file name in a jar, and a form would be found in the one and not in the other.
     */
    private static Resource[] models() {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        List<Resource> models = new ArrayList<>();
        try {
            for (String pattern : MODELS) {
                for (Resource file : files.getResources(pattern)) {
                    models.add(new ByteArrayResource(file.getContentAsByteArray(), file.getFilename()) {
                        @Override
                        public String getDescription() {
                            return file.getFilename();
                        }
                    });
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        models.sort(Comparator.comparing(Resource::getDescription));
        return models.toArray(Resource[]::new);
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
