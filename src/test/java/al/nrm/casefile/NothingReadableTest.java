package al.nrm.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.ProcessTest;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** Whoever has a dump of the cases, one of the keys, or the logs, reads nothing of a case that has run to its end. */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingReadableTest {

    private final LogSearch logs = new LogSearch();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger engineLog = (Logger) LoggerFactory.getLogger("org.camunda");

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private DataSource cases;

    @Autowired
    private Environment settings;

    @LocalServerPort
    private int port;

    private PlantedCase played;

    /** Looks through every line as it is written; the console is spared the engine's finest. */
    private static class LogSearch extends AppenderBase<ILoggingEvent> {

        private final Set<String> found = new ConcurrentSkipListSet<>();
        private final AtomicInteger lines = new AtomicInteger();

        @Override
        protected void append(ILoggingEvent line) {
            lines.incrementAndGet();
            String text = line.getFormattedMessage()
                    + line.getMDCPropertyMap()
                    + ThrowableProxyUtil.asString(line.getThrowableProxy());
            Planted.in(text).forEach(what -> found.add(line.getLoggerName() + ": " + what));
        }
    }

    @BeforeAll
    void play() {
        logs.start();
        root.addAppender(logs);
        engineLog.addAppender(logs);
        engineLog.setAdditive(false);
        engineLog.setLevel(Level.DEBUG);
        try {
            played = new PlantedCase(engine, port);
            played.begin();
            played.finish();
        } finally {
            root.detachAppender(logs);
            engineLog.detachAppender(logs);
            engineLog.setAdditive(true);
            engineLog.setLevel(null);
        }
    }

    @Test
    void theCaseDatabaseHoldsNothingReadable() throws SQLException {
        try (Connection connection = cases.getConnection()) {
            Dump dump = new Dump(connection);
            assertThat(dump.rows()).isGreaterThan(1000);
            assertThat(dump.planted()).isEmpty();
        }
    }

    @Test
    void theKeyStoreHoldsNothingReadable() throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.getProperty("nrm.keys.url"), "keys", "")) {
            Dump dump = new Dump(connection);
            assertThat(dump.rows()).isPositive();
            assertThat(dump.planted()).isEmpty();
        }
    }

    @Test
    void theLogsHoldNothingReadable() {
        assertThat(logs.lines.get()).isGreaterThan(1000);
        assertThat(logs.found).isEmpty();
    }

    @Test
    void whoMayReadTheCaseReadsAllOfIt() {
        Set<String> read = new TreeSet<>();
        engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(played.number())
                .list()
                .forEach(instance -> engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list()
                        .stream()
                        .filter(variable -> variable.getErrorMessage() == null)
                        .filter(variable -> variable.getValue() instanceof String text
                                && Planted.in(text).size() > 0)
                        .forEach(variable -> read.add(variable.getName())));

        assertThat(read)
                .contains("narrative", "fullName", "dateOfBirth", "reasons")
                .hasSizeGreaterThan(30);
    }

    @Test
    void commentsAndFilesAreReadAsTheyWereWritten() throws Exception {
        String task = engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(played.number())
                .taskDefinitionKey("Task_ScreenPerson")
                .singleResult()
                .getId();

        assertThat(engine.getTaskService().getTaskComments(task))
                .extracting(Comment::getFullMessage)
                .containsExactly(Planted.text(4000));
        Attachment file = engine.getTaskService().getTaskAttachments(task).get(0);
        assertThat(file.getName()).isEqualTo(Planted.NAME + ".txt");
        assertThat(file.getDescription()).isEqualTo(Planted.text(4000));
        assertThat(file.getType()).isEqualTo("text/plain");
        assertThat(engine.getTaskService().getTaskAttachmentContent(task, file.getId()))
                .hasBinaryContent(Planted.text(4000).getBytes(StandardCharsets.UTF_8));
    }

    /** Else the tests above would hold because nobody can see. */
    @Test
    void theSearchFindsWhatIsWrittenInAnyOfTheUsualWays() throws Exception {
        byte[] plain = ("{\"x\": \"" + Planted.text(4000) + "\"}").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        assertThat(Planted.in(plain)).containsAll(Planted.ALL);
        assertThat(Planted.in(Planted.text(4000).getBytes(StandardCharsets.UTF_16)))
                .containsAll(Planted.ALL);
        assertThat(Planted.in(packed.toByteArray())).containsAll(Planted.ALL);
        assertThat(Planted.in(Base64.getEncoder().encode(packed.toByteArray()))).containsAll(Planted.ALL);
        for (int before = 0; before < 3; before++) {
            byte[] shifted = ("xyz".substring(0, before) + Planted.text(4000)).getBytes(StandardCharsets.UTF_8);
            assertThat(Planted.in("data:" + Base64.getEncoder().encodeToString(shifted)))
                    .containsAll(Planted.ALL);
        }
    }
}
