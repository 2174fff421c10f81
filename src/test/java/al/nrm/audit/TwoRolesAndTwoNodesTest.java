package al.nrm.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * PostgreSQL as in production, one role that owns the tables and one that works with them: two nodes report cases and write
 * into one and the same, one of them is killed again and again, and nothing is lost, forked or told without having happened.
 */
@Tag("database-independent")
class TwoRolesAndTwoNodesTest {

    private static final int KILLS = 3;
    private static final int WRITTEN_BETWEEN_KILLS = 25;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORT = """
            {"variables": {"channel": {"value": "patrol"}, "county": {"value": "tirane"}, "ageGroup": {"value": "adult"},
            "sex": {"value": "female"}, "nationality": {"value": "ALB"}, "unaccompanied": {"value": false},
            "immediateDanger": {"value": false}, "narrative": {"value": "Met during a patrol."}}}""";

    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));

    /** What the servers have answered for: cases reported, comments written. */
    private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

    private static final Set<String> COMMENTED = ConcurrentHashMap.newKeySet();

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static DataSource application;
    private static DataSource owner;

    @BeforeAll
    static void workAndKill() throws Exception {
        postgres = EmbeddedPostgres.start();
        JdbcTemplate server = new JdbcTemplate(postgres.getPostgresDatabase());
        for (String statement : List.of(
                "create role nrm_owner login",
                "create role nrm_app login",
                "create database nrm owner nrm_owner",
                "create database nrm_keys owner nrm_app")) {
            server.execute(statement);
        }
        application = postgres.getDatabase("nrm_app", "nrm");
        owner = postgres.getDatabase("nrm_owner", "nrm");
        new JdbcTemplate(owner).execute("grant usage, create on schema public to nrm_app");

        Node steady = new Node(folder.resolve("steady"), settings()).start();
        Node killed = new Node(folder.resolve("killed"), settings()).start();
        String task = taskOf(report(steady));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(4);
        for (Node node : List.of(steady, killed)) {
            writers.submit(() -> untilDone(done, () -> report(node)));
            writers.submit(() -> untilDone(done, () -> comment(node, task)));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            awaitMore();
            killed.kill();
            killed.start();
        }
        awaitMore();
        killed.kill();
        done.set(true);
        writers.shutdown();
        assertThat(writers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        steady.stop();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void theTrailIsWholeAndKnowsAllThatTheEngineDid() throws Exception {
        String verified = audit("verify");
        assertThat(verified).startsWith("0 ").contains("all as it was written");
        // the server that was stopped sealed what it had done
        assertThat(verified).doesNotContain(" 0 seals");
    }

    @Test
    void noAnswerWasGivenForWhatIsNotInTheTrail() {
        JdbcTemplate jdbc = new JdbcTemplate(application);
        assertThat(REPORTED).hasSizeGreaterThan(KILLS);
        assertThat(COMMENTED).hasSizeGreaterThan(KILLS);
        assertThat(jdbc.queryForList("select chain from nrm_trail where sequence = 1", String.class))
                .containsAll(REPORTED);
        assertThat(jdbc.queryForList("select subject from nrm_trail where kind = 'comment.added'", String.class))
                .containsAll(COMMENTED)
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.queryForList("select id_ from act_hi_comment where type_ = 'comment'", String.class));
    }

    @Test
    void anOwnersChangeIsNamedByTheCommand() throws Exception {
        String chain = REPORTED.iterator().next();
        JdbcTemplate jdbc = new JdbcTemplate(owner);
        String worker = jdbc.queryForObject(
                "select worker from nrm_trail where chain = ? and sequence = 2", String.class, chain);
        jdbc.update("update nrm_trail set worker = 'engine' where chain = ? and sequence = 2", chain);
        try {
            assertThat(audit("verify")).startsWith("1 ").contains("Chain " + chain + ", record 2: changed.");
        } finally {
            jdbc.update("update nrm_trail set worker = ? where chain = ? and sequence = 2", worker, chain);
        }
    }

    @Test
    void aChangeOfTheEnginesHistoryIsNamed() throws Exception {
        String chain = REPORTED.iterator().next();
        JdbcTemplate jdbc = new JdbcTemplate(application);
        String ofCase = " where name_ = 'sex' and proc_inst_id_ in"
                + " (select id_ from act_hi_procinst where business_key_ = ?)";
        jdbc.update("update act_hi_varinst set text_ = 'male'" + ofCase, chain);
        try {
            assertThat(audit("verify")).startsWith("1 ").contains("HISTORY_CHANGED  Chain " + chain);
        } finally {
            jdbc.update("update act_hi_varinst set text_ = 'female'" + ofCase, chain);
        }
    }

    @Test
    void aSealThatWasKeptIsHeldAgainstTheTrail() throws Exception {
        String kept = audit("seal").lines().reduce((first, last) -> last).orElseThrow();
        String other = kept.substring(0, kept.length() - 1) + (kept.endsWith("0") ? "1" : "0");
        assertThat(audit("verify", "--seal", kept)).startsWith("0 ");
        assertThat(audit("verify", "--seal", other)).startsWith("1 ").contains("SEAL_BROKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update nrm_trail set worker = 'x'",
                "delete from nrm_trail",
                "truncate nrm_trail",
                "alter table nrm_trail add column x int",
                "alter table nrm_trail disable trigger all",
                "drop table nrm_trail",
                "create trigger x before insert on nrm_trail execute function suppress_redundant_updates_trigger()",
                "update nrm_sealed_head set sequence = 1",
                "delete from nrm_sealed_head",
                "truncate nrm_sealed_head",
                "drop table nrm_sealed_head",
                "delete from nrm_trail_head",
                "truncate nrm_trail_head",
                "drop table nrm_trail_head",
                "update nrm_worker set user_id = pseudonym::bytea",
                "delete from nrm_worker",
                "delete from flyway_schema_history",
                "drop schema public cascade",
                "set role nrm_owner"
            })
    void theApplicationsRoleCannot(String statement) {
        assertThatThrownBy(() -> new JdbcTemplate(application).execute(statement))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    /** The application may create functions where the owner's script runs, with better matches than the database's own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "has_table_privilege(text, name, text); boolean; true",
                "has_table_privilege(text, text, text); boolean; true",
                "format(text, text, name, text); text; 'select 1'",
                "set_config(text, text, boolean); text; 'public'"
            })
    void theOwnersScriptRunsNothingThatTheApplicationMade(String function, String type, String result)
            throws SQLException {
        JdbcTemplate made = new JdbcTemplate(application);
        made.execute("create function public." + function + " returns " + type + " language plpgsql as $$ begin"
                + " grant update on nrm_trail to nrm_app; return " + result + "; end $$");
        try {
            Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:db/migration", "classpath:db/postgresql")
                    .placeholders(Map.of("application", "nrm_app"))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
            assertThat(new JdbcTemplate(owner)
                            .queryForObject(
                                    "select pg_catalog.has_table_privilege('nrm_app', 'nrm_trail', 'update')",
                                    Boolean.class))
                    .isFalse();
        } finally {
            made.execute("drop function public." + function);
            new JdbcTemplate(owner).execute("revoke update on nrm_trail from nrm_app");
        }
    }

    @Test
    void aRoleThatCouldChangeTheTrailStopsTheStart() {
        JdbcTemplate jdbc = new JdbcTemplate(owner);
        assertThatCode(() -> startOn(application)).doesNotThrowAnyException();
        assertThatThrownBy(() -> startOn(owner)).hasMessageContaining("may change nrm_sealed_head and nrm_trail");
        assertThatThrownBy(() -> startOn(postgres.getDatabase("postgres", "nrm")))
                .isInstanceOf(IllegalStateException.class);
        for (String right : List.of("update (worker)", "delete", "truncate")) {
            jdbc.execute("grant " + right + " on nrm_trail to nrm_app");
            try {
                assertThatThrownBy(() -> startOn(application)).hasMessageContaining("may change nrm_trail");
            } finally {
                jdbc.execute("revoke " + right + " on nrm_trail from nrm_app");
            }
        }
    }

    private static void startOn(DataSource database) throws Exception {
        new RefuseChangeableTrail(database, new JdbcTemplate(database)).afterPropertiesSet();
    }

    private static String audit(String what, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("audit", what));
        arguments.addAll(List.of(more));
        arguments.addAll(settings());
        return Node.run(folder.resolve("audit"), arguments).strip();
    }

    private static List<String> settings() {
        return List.of(
                "--spring.profiles.active=demo",
                "--spring.datasource.url=" + address("nrm"),
                "--spring.datasource.username=nrm_app",
                "--spring.datasource.hikari.maximum-pool-size=12",
                "--spring.flyway.user=nrm_owner",
                "--spring.flyway.password=none",
                "--spring.flyway.locations=classpath:db/migration,classpath:db/postgresql",
                "--spring.flyway.placeholders.application=nrm_app",
                "--nrm.keys.url=" + address("nrm_keys"),
                "--nrm.keys.user=nrm_app",
                "--nrm.keys.master-key=test:" + MASTER_KEY);
    }

    /** Without a user, who would count before the one whom the settings name. */
    private static String address(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database);
    }

    private static JsonNode report(Node node) {
        HttpResponse<String> answer = node.post("/process-definition/key/referral/submit-form", REPORT);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode instance = json(answer);
        REPORTED.add(instance.path("businessKey").asText());
        return instance;
    }

    private static String taskOf(JsonNode instance) {
        return new JdbcTemplate(application)
                .queryForObject(
                        "select t.id_ from act_ru_task t join act_hi_procinst p on p.id_ = t.proc_inst_id_"
                                + " where p.business_key_ = ?",
                        String.class,
                        instance.path("businessKey").asText());
    }

    /** Of two that write to a task at once the engine may let one fail: then there must be no record of it either. */
    private static JsonNode comment(Node node, String task) {
        HttpResponse<String> answer = node.post("/task/" + task + "/comment/create", "{\"message\": \"Seen again\"}");
        JsonNode comment = json(answer);
        if (answer.statusCode() == 200) {
            COMMENTED.add(comment.path("id").asText());
        }
        return comment;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void untilDone(AtomicBoolean done, Supplier<JsonNode> work) {
        while (!done.get()) {
            try {
                work.get();
            } catch (UncheckedIOException | AssertionError serverWasKilled) {
                Thread.onSpinWait();
            }
        }
    }

    private static void awaitMore() {
        int reports = REPORTED.size() + WRITTEN_BETWEEN_KILLS;
        int comments = COMMENTED.size() + WRITTEN_BETWEEN_KILLS;
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> REPORTED.size() >= reports && COMMENTED.size() >= comments);
    }
}
