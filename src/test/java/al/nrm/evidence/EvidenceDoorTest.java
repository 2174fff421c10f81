package al.nrm.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A task's worker, and nobody else, attaches files to it; they come back as downloads only, while the task is open. */
@ProcessTest
class EvidenceDoorTest {

    private static final String WORKER = "state-police.tirane";
    private static final byte[] PDF = SampleFile.named("a.pdf");

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AttachedFiles files;

    private FilesOverHttp worker;
    private Case person;
    private String task;

    @BeforeEach
    void claim() {
        person = cases.report(WORKER, Map.of());
        task = person.task("P1-04").getId();
        tasks.claim(task, WORKER);
        worker = new FilesOverHttp(port, WORKER);
    }

    @Test
    void aStepOfAnOnlineReportTakesNoFilesBecauseMaterialIsNeverStored() throws Exception {
        Case report = cases.start("online-report", "isigurt", Map.of());
        String triage = report.task("P12-01").getId();
        tasks.claim(triage, "state-police-cyber");
        HttpResponse<byte[]> answer = new FilesOverHttp(port, "state-police-cyber").attach(triage, "a.pdf", PDF);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("takes no files");
        assertThat(tasks.getTaskAttachments(triage)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.pdf", "a.jpg", "a.png", "a.heic", "a.tif", "a.txt", "a.mp3", "a.m4a", "a.wav", "a.ogg", "a.mp4",
                "a.mov", "a.docx", "a.xlsx", "a.odt"
            })
    void everyKindThatIsTakenComesBackAsItWas(String name) {
        JsonNode file = attached(name, SampleFile.named(name));
        HttpResponse<byte[]> back = worker.data(task, file.path("id").asText());

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).isEqualTo(SampleFile.named(name));
    }

    @Test
    void aFileComesBackAsADownloadThatNoBrowserShowsOrKeeps() {
        JsonNode file = FilesOverHttp.json(worker.send(
                task,
                FilesOverHttp.text("attachment-name", "Foto e çantës"),
                FilesOverHttp.text("attachment-description", "Found in\nher bag"),
                FilesOverHttp.text("attachment-type", "text/html"),
                FilesOverHttp.file("content", "IMG 1.JPG", SampleFile.named("a.jpg"))));
        HttpResponse<byte[]> back = worker.data(task, file.path("id").asText());

        assertThat(file.path("name").asText()).isEqualTo("Foto e çantës");
        assertThat(file.path("description").asText()).isEqualTo("Found in her bag");
        assertThat(file.path("type").asText()).isEqualTo("image/jpeg");
        assertThat(back.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(back.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Foto%20e%20%C3%A7ant%C3%ABs.jpg");
        assertThat(back.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(back.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(back.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'; sandbox");
    }

    @Test
    void theListSaysWhoBroughtAFileHowLargeItIsAndThatNobodyScannedIt() {
        attached("a.pdf", PDF);
        HttpResponse<byte[]> list = worker.list(task);
        JsonNode file = FilesOverHttp.json(list).path(0);

        assertThat(list.headers().firstValue(TellStates.SCANNER)).contains("off");
        assertThat(file.path("name").asText()).isEqualTo("a.pdf");
        assertThat(file.path("state").asText()).isEqualTo("unscanned");
        assertThat(file.path("size").asInt()).isEqualTo(PDF.length);
        assertThat(file.path("attachedBy").asText()).isEqualTo(WORKER);
        assertThat(file.path("mine").asBoolean()).isTrue();
    }

    @Test
    void aFileOfTwentyMebibytesIsTakenAndOneByteMoreIsNot() {
        byte[] large = new byte[UploadForm.LARGEST_FILE];
        System.arraycopy(SampleFile.named("a.jpg"), 0, large, 0, 20);
        attached("large.jpg", large);

        refused(
                413,
                "content: the file is larger than 20 MiB",
                worker.attach(task, "larger.jpg", new byte[large.length + 1]));
        refused(
                413,
                "content: the file is larger than 20 MiB",
                worker.attach(task, "largest.jpg", new byte[2 * large.length]));
    }

    @Test
    void nobodyButTheAssigneeAttachesAFile() {
        String colleague = cases.memberOf("state-police.tirane");
        tasks.setAssignee(task, colleague);
        refused(403, "the person who has claimed the task", worker.attach(task, "a.pdf", PDF));
        tasks.setAssignee(task, null);
        refused(403, "the person who has claimed the task", worker.attach(task, "a.pdf", PDF));
        tasks.claim(task, WORKER);

        assertThat(new FilesOverHttp(port, "health-services.vlore")
                        .attach(task, "a.pdf", PDF)
                        .statusCode())
                .isEqualTo(404);
        for (String other : new String[] {"auditor", "admin"}) {
            assertThat(new FilesOverHttp(port, other).attach(task, "a.pdf", PDF).statusCode())
                    .isEqualTo(403);
        }
        assertThat(tasks.getTaskAttachments(task)).isEmpty();
    }

    static Stream<Arguments> wrongForms() {
        byte[] file = FilesOverHttp.file("content", "a.pdf", PDF);
        return Stream.of(
                Arguments.of(
                        "url: a link is no evidence", new byte[][] {FilesOverHttp.text("url", "http://example.org/")}),
                Arguments.of("url: a link is no evidence", new byte[][] {file, FilesOverHttp.text("url", "a")}),
                Arguments.of(
                        "content: a file with its name", new byte[][] {FilesOverHttp.text("attachment-name", "a")}),
                Arguments.of("content: a file with its name", new byte[][] {FilesOverHttp.text("content", "a")}),
                Arguments.of("content: stands there twice", new byte[][] {file, file}),
                Arguments.of("content: the form has a field", new byte[][] {file, FilesOverHttp.text("x", "a")}),
                Arguments.of(
                        "content: the file is empty",
                        new byte[][] {FilesOverHttp.file("content", "a.pdf", new byte[0])}),
                Arguments.of(
                        "content: is no plain name", new byte[][] {FilesOverHttp.file("content", "../a.pdf", PDF)}),
                Arguments.of(
                        "content: is no plain name", new byte[][] {FilesOverHttp.file("content", "C:\\a.pdf", PDF)}),
                Arguments.of("content: is no plain name", new byte[][] {FilesOverHttp.file("content", ".a.pdf", PDF)}),
                Arguments.of(
                        "content: has characters that cannot be seen",
                        new byte[][] {FilesOverHttp.file("content", "a\u202efdp.pdf", PDF)}),
                Arguments.of(
                        "content: is longer than 100",
                        new byte[][] {FilesOverHttp.file("content", "a".repeat(97) + ".pdf", PDF)}),
                Arguments.of(
                        "attachment-name: is no plain name",
                        new byte[][] {file, FilesOverHttp.text("attachment-name", "a/b")}),
                Arguments.of(
                        "attachment-description: is longer than 500",
                        new byte[][] {file, FilesOverHttp.text("attachment-description", "a".repeat(501))}),
                Arguments.of(
                        "attachment-description: has characters",
                        new byte[][] {file, FilesOverHttp.text("attachment-description", "a\u0007")}));
    }

    @ParameterizedTest
    @MethodSource
    void wrongForms(String why, byte[][] parts) {
        refused(400, why, worker.send(task, parts));

        assertThat(tasks.getTaskAttachments(task)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "application/json", "multipart/form-data; boundary=other", "text/plain"})
    void whatIsNoFormIsRefused(String type) {
        refused(400, "content: ", worker.post(task, type, SampleFile.text("{}")));
    }

    @Test
    void aHarmfulFileIsRefusedAndNothingOfItIsKept() {
        refused(415, "content: ", worker.attach(task, "a.html", SampleFile.text("<html><script>1</script>")));
        refused(415, "content: ", worker.attach(task, "a.docx", SampleFile.word(Map.of("word/vbaProject.bin", "a"))));

        assertThat(tasks.getTaskAttachments(task)).isEmpty();
    }

    @Test
    void aRefusalIsSaidInAlbanianToWhoeverReadsIt() {
        assertThat(FilesOverHttp.json(worker.inAlbanian().attach(task, "a.pdf", SampleFile.named("a.jpg")))
                        .path("message")
                        .asText())
                .startsWith("content: skedari");
    }

    @Test
    void aFileIsHandedOutForItsOwnTaskOnlyAndWhileThatIsOpen() {
        String file = attached("a.pdf", PDF).path("id").asText();
        String other = cases.report(WORKER, Map.of()).task("P1-04").getId();

        assertThat(worker.data(other, file).statusCode()).isEqualTo(404);
        assertThat(new FilesOverHttp(port, "health-services.vlore")
                        .data(task, file)
                        .statusCode())
                .isEqualTo(404);
        for (String observer : new String[] {"auditor", "admin"}) {
            assertThat(new FilesOverHttp(port, observer).data(task, file).statusCode())
                    .isEqualTo(403);
        }
        person.complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "sexual"));
        assertThat(worker.data(task, file).statusCode()).isEqualTo(404);
        assertThat(worker.list(task).statusCode()).isEqualTo(404);
        String next = person.task("P1-05").getId();
        assertThat(worker.data(next, file).statusCode()).isEqualTo(404);
        assertThat(FilesOverHttp.json(worker.list(next))).isEmpty();
    }

    @Test
    void whatWasAttachedBeforeThereWasThisDoorComesBackAsADownloadToo() {
        String file = tasks.createAttachment(null, task, null, null, null, new ByteArrayInputStream(PDF))
                .getId();
        HttpResponse<byte[]> back = worker.data(task, file);

        assertThat(back.body()).isEqualTo(PDF);
        assertThat(back.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains(file);
    }

    @Test
    void whoAttachedAFileRemovesItWhileTheTaskIsHisOwn() {
        String file = attached("a.pdf", PDF).path("id").asText();
        String colleague = cases.memberOf(WORKER);
        tasks.setAssignee(task, colleague);
        refused(403, "the person who has claimed the task", worker.remove(task, file));
        String others = tasks.createAttachment(
                        "application/pdf", task, null, "b.pdf", null, new ByteArrayInputStream(PDF))
                .getId();
        files.add(new AttachedFiles.Facts(others, task, person.number(), ScanState.UNSCANNED, PDF.length, colleague));
        tasks.setAssignee(task, WORKER);

        refused(403, "by the person who attached it", worker.remove(task, others));
        refused(404, "This task has no such file", worker.remove(task, "none"));
        assertThat(worker.remove(task, file).statusCode()).isEqualTo(204);
        assertThat(worker.data(task, file).statusCode()).isEqualTo(404);
        assertThat(tasks.getTaskAttachments(task)).hasSize(1);
    }

    private JsonNode attached(String name, byte[] content) {
        HttpResponse<byte[]> answer = worker.attach(task, name, content);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return FilesOverHttp.json(answer);
    }

    private static void refused(int status, String why, HttpResponse<byte[]> answer) {
        assertThat(FilesOverHttp.json(answer).path("message").asText()).contains(why);
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
