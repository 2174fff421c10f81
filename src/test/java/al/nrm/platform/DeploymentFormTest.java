package al.nrm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.ProcessTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A deployment says beside its files what it may and no more; what is refused is said in a sentence. */
@ProcessTest
class DeploymentFormTest {

    private static final String FORM =
            "{\"id\": \"upload-sample\", \"type\": \"default\", \"schemaVersion\": 16, \"components\": []}";
    private static final int MEBIBYTE = 1024 * 1024;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private RepositoryService repository;

    private long before;

    @BeforeEach
    void count() {
        before = repository.createDeploymentQuery().count();
    }

    @Test
    void aDeploymentOfOneFormWithAllItsTextsGetsIn() {
        ResponseEntity<Map<String, Object>> answer = deploy(List.of(
                text("deployment-name", "upload"),
                text("deployment-source", "Camunda Modeler"),
                text("enable-duplicate-filtering", "true"),
                file("data", "upload-sample.form", FORM)));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        repository.deleteDeployment((String) answer.getBody().get("id"), true);
    }

    @ParameterizedTest
    @CsvSource({
        "tenant-id, other",
        "deployment-activation-time, 2099-01-01T00:00:00",
        "deployment-activation-time, never",
        "deploy-changed-only, true",
        "invented, x"
    })
    void noDeploymentIsPutOffCutDownOrHidden(String field, String value) {
        refused("[upload] " + field, List.of(text(field, value), file("data", "upload-sample.form", FORM)));
    }

    @Test
    void aFieldThatTheEngineReadsIsNoneOfAFileEither() {
        refused("[upload] tenant-id", List.of(file("tenant-id", "upload-sample.form", FORM)));
    }

    @Test
    void noFileIsLostForAnotherOfTheSameName() {
        String other = FORM.replace("[]", "[ ]");
        refused(
                "upload-sample.form: is sent twice",
                List.of(file("a", "upload-sample.form", FORM), file("b", "upload-sample.form", other)));
        refused(
                "data: stands there twice",
                List.of(file("data", "upload-sample.form", FORM), file("data", "upload-other.form", other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deployment-name", "deployment-source"})
    void aTextThatTheEngineCannotKeepIsRefusedInASentence(String field) {
        refused("longer than", List.of(text(field, "x".repeat(5000)), file("data", "upload-sample.form", FORM)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=other", "Multipart/Form-Data; boundary=x"})
    void whatIsNoFormWithFilesIsRefused(String type) {
        ResponseEntity<Map<String, Object>> answer = send("/deployment/create", "admin", type, "no form".getBytes());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 30})
    void whatIsTooLargeIsRefusedAsSuch(int mebibytes) {
        String large = "x".repeat(mebibytes * MEBIBYTE);
        ResponseEntity<Map<String, Object>> deployment = deploy(List.of(file("data", "upload-sample.form", large)));

        assertThat(deployment.getStatusCode()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
        assertThat(deployment.getBody()).containsEntry("message", "The request is larger than 8 MiB");
    }

    @Test
    void anUploadByARouteThatIsClosedIsRefusedAndNoFailure() {
        ResponseEntity<Map<String, Object>> answer = upload(
                "/task/any/attachment/create",
                "admin",
                List.of(text("attachment-name", "a"), file("content", "a", "b")));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    private void refused(String why, List<String> parts) {
        ResponseEntity<Map<String, Object>> answer = deploy(parts);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat((String) answer.getBody().get("message")).contains(why);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private ResponseEntity<Map<String, Object>> deploy(List<String> parts) {
        return upload("/deployment/create", "admin", parts);
    }

    private ResponseEntity<Map<String, Object>> upload(String route, String user, List<String> parts) {
        String body = String.join("", parts) + "--limit--\r\n";
        return send(route, user, "multipart/form-data; boundary=limit", body.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> send(String route, String user, String type, byte[] body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, type);
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        return (ResponseEntity) http.withBasicAuth(user, "demo")
                .postForEntity("/engine-rest" + route, new HttpEntity<>(body, headers), Map.class);
    }

    private static String text(String field, String value) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String field, String name, String content) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }
}
