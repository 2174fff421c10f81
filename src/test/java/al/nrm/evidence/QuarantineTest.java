package al.nrm.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Cases;
import al.nrm.ProcessTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Where there is a scanner, no file is handed out before it was found clean. */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "nrm.scan.every=PT1000H")
class QuarantineTest {

    private static final String WORKER = "state-police.tirane";
    private static final FakeClamAv SCANNER = new FakeClamAv();

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AttachedFiles files;

    @Autowired
    private RescanFiles rescan;

    @Autowired
    private JdbcTemplate jdbc;

    private FilesOverHttp worker;
    private String task;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry properties) {
        properties.add("nrm.scan.clamav-address", SCANNER::address);
    }

    @BeforeEach
    void claim() {
        SCANNER.judgeAgain();
        task = cases.report(WORKER, Map.of()).task("P1-04").getId();
        tasks.claim(task, WORKER);
        worker = new FilesOverHttp(port, WORKER);
    }

    @Test
    void aCleanFileIsHandedOut() {
        String file = attached("a.txt", "She called at nine.");

        assertThat(state()).isEqualTo("clean");
        assertThat(worker.list(task).headers().firstValue(TellStates.SCANNER)).contains("on");
        assertThat(worker.data(task, file).statusCode()).isEqualTo(200);
    }

    @Test
    void aFileWithAVirusIsKeptAndListedAndHandedOutToNobody(CapturedOutput log) {
        String file = attached("passport of Ana Testi.txt", FakeClamAv.TEST_VIRUS);
        rescan.scanAgain();
        HttpResponse<byte[]> answer = worker.data(task, file);

        assertThat(state()).isEqualTo("quarantined");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(new String(answer.body())).contains("found something").doesNotContain("EICAR");
        assertThat(log).contains(file).doesNotContain("Ana Testi").doesNotContain("EICAR");
    }

    @Test
    void whileTheScannerIsAwayAFileWaitsAndIsJudgedWhenItIsBack() {
        SCANNER.say("");
        String good = attached("a.txt", "She called at nine.");
        String bad = attached("b.txt", FakeClamAv.TEST_VIRUS);
        rescan.scanAgain();
        assertThat(state()).isEqualTo("waiting");
        assertThat(worker.data(task, good).statusCode()).isEqualTo(409);

        SCANNER.judgeAgain();
        rescan.scanAgain();
        assertThat(worker.data(task, good).statusCode()).isEqualTo(200);
        assertThat(files.ofTask(task).get(bad).state()).isEqualTo(ScanState.QUARANTINED);
    }

    @Test
    void whatCameBeforeThereWasAScannerIsHandedOutOnceItWasFoundClean() {
        String file = attached("a.txt", "She called at nine.");
        files.judged(files.ofTask(task).get(file), ScanState.UNSCANNED);
        assertThat(worker.data(task, file).statusCode()).isEqualTo(409);

        rescan.scanAgain();
        assertThat(worker.data(task, file).statusCode()).isEqualTo(200);
    }

    @Test
    void aFileThatCannotBeReadHoldsUpNoOther() {
        AttachedFiles.Facts gone =
                new AttachedFiles.Facts("gone", task, "NRM-2026-000001", ScanState.WAITING, 1, WORKER);
        files.add(gone);
        String file = attached("a.txt", "She called at nine.");
        files.judged(files.ofTask(task).get(file), ScanState.WAITING);
        rescan.scanAgain();

        assertThat(files.ofTask(task).get(file).state()).isEqualTo(ScanState.CLEAN);
        assertThat(files.ofTask(task).get("gone").state()).isEqualTo(ScanState.WAITING);
        files.remove(gone);
    }

    @Test
    void theTrailTellsOfAFileAndOfWhatTheScannerSaidOfIt() {
        SCANNER.say("");
        String file = attached("a.txt", FakeClamAv.TEST_VIRUS);
        assertThat(trailOf(file)).containsExactly("attachment.added");
        SCANNER.judgeAgain();
        rescan.scanAgain();
        assertThat(trailOf(file)).containsExactly("attachment.added", "attachment.scanned");
        worker.remove(task, file);
        assertThat(trailOf(file)).containsExactly("attachment.added", "attachment.scanned", "attachment.removed");
    }

    /** In the chain of the case. */
    private List<String> trailOf(String file) {
        return jdbc.queryForList(
                "select kind from nrm_trail where subject = ? and chain like 'NRM-%' order by sequence",
                String.class, file);
    }

    private String attached(String name, String content) {
        HttpResponse<byte[]> answer = worker.attach(task, name, SampleFile.text(content));
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return FilesOverHttp.json(answer).path("id").asText();
    }

    private String state() {
        return FilesOverHttp.json(worker.list(task)).path(0).path("state").asText();
    }
}
