package al.nrm.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.ProcessTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The same corpus through the door that a modeler uses: REST, by whoever may deploy. Nothing of a refused deployment is stored. */
@ProcessTest
class AttackCorpusOverHttpTest extends AttackCorpus {

    private static final String REFUSED = "Deployment refused: ";

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private RepositoryService repository;

    @Override
    List<String> findings(Map<String, byte[]> resources) {
        long before = stored();
        ResponseEntity<Map<String, Object>> answer = deploy(resources);
        if (answer.getStatusCode() == HttpStatus.OK) {
            repository.deleteDeployment((String) answer.getBody().get("id"), true);
            return List.of();
        }
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(stored()).isEqualTo(before);
        String sentence = (String) answer.getBody().get("message");
        return List.of(
                sentence.substring(sentence.indexOf(REFUSED) + REFUSED.length()).split("; (?=[^ ]+: \\[)"));
    }

    @Test
    void aSoundDeploymentGetsIn() {
        assertThat(findings(SampleModels.deployment())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes.txt",
                "page.html",
                "plugin.js",
                "models.zip",
                "lib.jar",
                "Sample.bpmn",
                "folder/sample.bpmn",
                "../sample.bpmn",
                "sample.bpmn20.xml",
                "sample.cmmn",
                "sample"
            })
    void aDeploymentHoldsModelsDecisionsAndFormsAlone(String name) {
        assertThat(findings(Map.of(name, new byte[] {1, 2, 3})))
                .singleElement()
                .asString()
                .contains("[name]");
    }

    @Test
    void anEmptyDeploymentIsRefusedInWords() {
        ResponseEntity<Map<String, Object>> answer = deploy(Map.of());

        assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
    }

    @Test
    void aFileLargerThanAnyModelIsRefused() {
        ResponseEntity<Map<String, Object>> answer = deploy(Map.of("sample.bpmn", new byte[9 * 1024 * 1024]));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
        assertThat(answer.getBody()).containsEntry("message", "The request is larger than 8 MiB");
    }

    private long stored() {
        return repository.createDeploymentQuery().count()
                + repository.createProcessDefinitionQuery().count()
                + repository.createDecisionDefinitionQuery().count();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> deploy(Map<String, byte[]> resources) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("deployment-name", "attack");
        new LinkedHashMap<>(resources)
                .forEach((name, content) -> parts.add(name, new ByteArrayResource(content) {
                    @Override
                    public String getFilename() {
                        return name;
                    }
                }));
        return (ResponseEntity)
                http.withBasicAuth("admin", "demo").postForEntity("/engine-rest/deployment/create", parts, Map.class);
    }
}
