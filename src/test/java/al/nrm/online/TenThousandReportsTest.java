package al.nrm.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import al.nrm.audit.Node;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A batch of ten thousand on PostgreSQL, the server killed while it takes them in and twice while it opens their cases: each
 * report is there once, has one case or belongs to the one of the same material, and the worst have theirs first.
 */
@Tag("database-independent")
class TenThousandReportsTest {

    private static final int REPORTS = 10_000;

    /** Of ten reports two have been sent before, and seven show the same. */
    private static final int CASES = 2_000;

    private static final int JOINED = 6_000;
    private static final String SENDER = "isigurt";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate jdbc;
    private static String answer;

    @BeforeAll
    static void takeInAndKill() throws Exception {
        postgres = EmbeddedPostgres.start();
        JdbcTemplate server = new JdbcTemplate(postgres.getPostgresDatabase());
        server.execute("create database nrm");
        server.execute("create database nrm_keys");
        jdbc = new JdbcTemplate(postgres.getDatabase("postgres", "nrm"));
        String batch = batch();

        Node node = new Node(folder.resolve("node"), settings()).start();
        CompletableFuture<Void> unanswered = CompletableFuture.runAsync(
                        () -> node.post(SENDER, "/online-reports", batch))
                .exceptionally(killed -> null);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> server.queryForObject(
                                "select count(*) from pg_stat_activity where query like 'insert into nrm_online_report%'",
                                Integer.class)
                        > 0);
        node.kill();
        unanswered.join();
        assertThat(count("nrm_online_report")).as("taken in by half").isZero();

        node.start();
        answer = node.post(SENDER, "/online-reports", batch).body();
        for (int opened : List.of(CASES / 10, CASES / 3)) {
            await().atMost(Duration.ofMinutes(10)).until(() -> opened() >= opened);
            node.kill();
            assertThat(opened()).isBetween(opened, CASES - 1);
            node.start();
        }
        await().atMost(Duration.ofMinutes(20)).until(() -> opened() == CASES);
        node.stop();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void eachReportIsTakenOnce() {
        assertThat(answer).isEqualTo("{\"taken\":2000,\"joined\":6000,\"known\":2000,\"refused\":[]}");
        assertThat(count("nrm_online_report")).isEqualTo(CASES + JOINED);
        assertThat(count("nrm_online_report where waiting = true")).isZero();
        assertThat(count("nrm_online_report where same_as is not null and content is not null"))
                .as("what is joined waits sealed for its triage")
                .isEqualTo(JOINED);
    }

    @Test
    void eachHasOneCaseWithOneTriageAndItsClock() {
        assertThat(jdbc.queryForObject(
                        "select count(distinct case_number) from nrm_online_report where same_as is null",
                        Integer.class))
                .isEqualTo(CASES);
        assertThat(count("act_hi_procinst where proc_def_key_ = 'online-report'"))
                .isEqualTo(CASES);
        assertThat(
                        count(
                                "act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_"
                                        + " join nrm_online_report r on r.case_number = p.business_key_"
                                        + " join act_ru_job j on j.execution_id_ = t.execution_id_ and j.duedate_ = t.due_date_"
                                        + " where t.task_def_key_ = case when r.severity >= 100 then 'Task_TriageAtOnce' else 'Task_TriageReport' end"))
                .isEqualTo(CASES);
    }

    @Test
    void theWorstHaveTheirCasesFirstAndWhatWasKilledChangesNoOrder() {
        List<Integer> severities = jdbc.queryForList(
                "select severity from nrm_online_report where same_as is null order by case_number", Integer.class);
        assertThat(severities).hasSize(CASES).isSortedAccordingTo((one, other) -> other - one);
        assertThat(severities.get(0)).isGreaterThanOrEqualTo(100);
        assertThat(severities.get(CASES - 1)).isLessThan(50);
    }

    @Test
    void theTrailIsWhole() throws Exception {
        List<String> verify = new ArrayList<>(List.of("audit", "verify"));
        verify.addAll(settings());
        assertThat(Node.run(folder.resolve("audit"), verify).strip()).startsWith("0 ");
    }

    private static String batch() throws JsonProcessingException {
        List<Map<String, Object>> reports = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            int kind = i % 10;
            Map<String, Object> report = new HashMap<>(Map.of(
                    "reference",
                    "T-" + (kind == 1 || kind == 2 ? i - kind : i),
                    "reportSource",
                    "clearingHouse",
                    "location",
                    "https://service.example/" + i,
                    "ageGroup",
                    List.of("adult", "doubt", "child").get(i % 3),
                    "immediateDanger",
                    i % 97 == 0,
                    "indicators",
                    i % 7 == 0 ? List.of("E08", "K03") : i % 2 == 0 ? List.of("R05") : List.of(),
                    "narrative",
                    "Reported by a program."));
            report.put("hashes", List.of("hash" + (kind > 3 ? i - kind + 3 : i)));
            reports.add(report);
        }
        return JSON.writeValueAsString(Map.of("reports", reports));
    }

    private static int opened() {
        return count("nrm_online_report where case_number is not null");
    }

    private static int count(String what) {
        Integer found = jdbc.queryForObject("select count(*) from " + what, Integer.class);
        return found == null ? 0 : found;
    }

    private static List<String> settings() {
        return List.of(
                "--spring.profiles.active=demo",
                "--spring.datasource.url=" + address("nrm"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.hikari.maximum-pool-size=12",
                "--nrm.keys.url=" + address("nrm_keys"),
                "--nrm.keys.user=postgres",
                "--nrm.online.every=PT1S",
                "--nrm.keys.master-key=test:" + MASTER_KEY);
    }

    private static String address(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database);
    }
}
