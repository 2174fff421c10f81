package al.nrm.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.platform.DeploymentCheck;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The gate lets nothing into the engine that breaks a rule, and judges nothing that is already there. */
@ProcessTest
class DeploymentGateTest {

    private static final AtomicBoolean TIGHTENED = new AtomicBoolean();

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Cases cases;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private AuthorizationService authorizations;

    @Test
    void theRepositorysOwnModelsWentThroughTheGateAtStart() {
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("referral")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aModelThatRunsAShellCommandIsRefusedAndNothingOfItIsStoredOrRun(@TempDir Path folder) {
        File trace = folder.resolve("trace").toFile();
        String shell = SampleModels.PROCESS.replace(
                "camunda:delegateExpression=\"${shareFacts}\">\n      <bpmn:extensionElements>",
                "camunda:type=\"shell\">\n      <bpmn:extensionElements><camunda:field name=\"command\" stringValue=\"touch\"/>"
                        + "<camunda:field name=\"arg1\" stringValue=\"" + trace + "\"/>");
        assertThat(shell).contains("shell");
        long before = repository.createDeploymentQuery().count();

        assertThatThrownBy(() -> deploy("shell", SampleModels.with("sample.bpmn", shell)))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("[attribute] Task_Share: 'camunda:type'")
                .hasMessageContaining("[element] Task_Share: <camunda:field>");

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("sample")
                        .count())
                .isZero();
        assertThat(trace).doesNotExist();
    }

    @Test
    void everyFindingIsInOneAnswer() {
        assertThatThrownBy(() -> deploy(
                        "several",
                        Map.of("sample.bpmn", new byte[0], "choice.dmn", new byte[0], "notes.txt", new byte[0])))
                .hasMessageContaining("sample.bpmn: [readable]")
                .hasMessageContaining("choice.dmn: [readable]")
                .hasMessageContaining("notes.txt: [name]");
    }

    @Test
    void aSoundModelIsDeployedAndNotJudgedAgainWhenItComesUnchanged() {
        Deployment first = deploy("sound", SampleModels.deployment());
        try {
            List<Resource> stored = repository.getDeploymentResources(first.getId());
            assertThat(stored).hasSize(SampleModels.deployment().size());

            Deployment again = deploy("sound", SampleModels.deployment());
            assertThat(again.getId()).isEqualTo(first.getId());
        } finally {
            repository.deleteDeployment(first.getId(), true);
        }
    }

    @Test
    void theGroupsThatANewVersionGivesAStepToMayReadAboutItAtOnce() {
        Map<String, byte[]> models =
                SampleModels.with("sample.bpmn", SampleModels.PROCESS.replace("\"child-protection-unit\"", "\"iom\""));
        identity.setAuthentication("admin", List.of("system-admin"));
        Deployment deployment = deploy("rerouted", models);
        try {
            assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("admin");
            identity.clearAuthentication();
            assertThat(authorizations.isUserAuthorized(
                            "iom", List.of("iom"), Permissions.READ, Resources.PROCESS_DEFINITION, "sample"))
                    .isTrue();
            assertThat(authorizations.isUserAuthorized(
                            "vatra", List.of("vatra"), Permissions.READ, Resources.PROCESS_DEFINITION, "sample"))
                    .isFalse();
        } finally {
            identity.clearAuthentication();
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void aRuleTightenedLaterBreaksNoCaseThatRunsNorAnyReport() {
        Case running = cases.report("state-police.tirane", Map.of());
        TIGHTENED.set(true);
        try {
            assertThatThrownBy(() -> deploy("now", SampleModels.deployment())).hasMessageContaining("[tightened]");
            // As after a restart: every model is read anew when it is next needed.
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getDeploymentCache()
                    .discardProcessDefinitionCache();

            assertThat(running.complete("P1-04").open()).isNotEmpty();
            assertThat(cases.report("hotline", Map.of("channel", "hotline")).open())
                    .isNotEmpty();
        } finally {
            TIGHTENED.set(false);
        }
    }

    @TestConfiguration
    static class Tightening {

        @Bean
        DeploymentCheck tightened() {
            return models ->
                    TIGHTENED.get() ? List.of("all: [tightened] all: nothing is good enough any more") : List.of();
        }
    }

    private Deployment deploy(String name, Map<String, byte[]> resources) {
        DeploymentBuilder deployment = repository.createDeployment().name(name).enableDuplicateFiltering(false);
        resources.forEach(
                (resource, content) -> deployment.addInputStream(resource, new ByteArrayInputStream(content)));
        return deployment.deploy();
    }
}
