package al.nrm.casefile;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.audit.Verification;
import al.nrm.keys.CaseKeys;
import al.nrm.keys.KeyMissing;
import al.nrm.platform.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a closed case held is erased when its time is over, not a day before, and only where two offices want it. */
@ProcessTest
@CoversProcess("case-erasure")
@TiraneTime("2026-09-14T10:00")
class CaseErasureProcessTest {

    private static final String A_DAY_TOO_EARLY = "2027-09-13T10:00";
    private static final String TIME_OVER = "2027-09-14T10:00";

    @Autowired
    Cases cases;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    Erasures erasures;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PersonPrints prints;

    @Autowired
    RepositoryService repository;

    @Value("${nrm.keys.url}")
    String keyStoreUrl;

    @LocalServerPort
    int port;

    @Autowired
    CaseKeys keys;

    @Autowired
    Verification verification;

    private Case negative;

    @BeforeEach
    void aScreeningWithoutIndicators() {
        negative = cases.report("state-police.tirane", Map.of("narrative", "Ana Testi was seen at the bridge."))
                .complete("P1-04", Map.of("indicators", List.of()))
                .complete("P1-11");
        assertThat(negative.end()).isEqualTo("EndEvent_NoIndicators");
    }

    @Test
    void aCaseIsOfferedWhenItsTimeIsOverAndNotADayBefore() {
        itIs(A_DAY_TOO_EARLY);
        assertThatThrownBy(this::request).isInstanceOf(FormRefused.class).hasMessageContaining("caseNumber");
        itIs(TIME_OVER);
        Case erasure = request();
        assertThat(erasure.open()).containsExactly("P10-05 ra-secretariat");
        assertThat(erasure.due("P10-05")).isEqualTo(tirane("2027-09-28T10:00"));
    }

    @Test
    void aCaseThatRunsIsNeverOffered() {
        Case running = cases.report("state-police.tirane", Map.of());
        itIs("2090-01-02T10:00");
        assertThatThrownBy(() -> request(running))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("caseNumber");
    }

    @Test
    void confirmedTheContentIsUnreadableAndTheCertificateSaysHowMuchOfIt() {
        itIs(TIME_OVER);
        request().complete("P10-05", Map.of("erasureConfirmed", true));

        assertThat(values("narrative")).isNotEmpty().allSatisfy(narrative -> {
            assertThat(narrative.getErrorMessage()).isNotNull();
            assertThat(narrative.getValue()).isNull();
        });
        assertThat(values("county"))
                .extracting(HistoricVariableInstance::getValue)
                .contains("tirane");
        assertThat(trail("erasure.ordered")).hasSize(1);
        assertThat(trail("content.erased"))
                .singleElement()
                .asString()
                .contains("\"values\":\"", "\"completeOn\":\"2027-10-14\"", "Law 124/2024")
                .doesNotContain("\"values\":\"0\"");
        assertThatThrownBy(this::request).isInstanceOf(FormRefused.class).hasMessageContaining("caseNumber");
        assertThat(verification.verify(List.of()).troubles())
                .filteredOn(trouble -> trouble.toString().contains(negative.number()))
                .isEmpty();
    }

    @Test
    void theFingerprintOfThePersonGoesWithTheContent() {
        prints.keep(negative.number(), "Ana Testi", "1999-05-04", null);
        itIs(TIME_OVER);
        request().complete("P10-05", Map.of("erasureConfirmed", true));
        assertThat(jdbc.queryForList(
                        "select person from nrm_person_print where case_number = ?", String.class, negative.number()))
                .isEmpty();
    }

    @Test
    void anOlderBackupOfTheCaseDatabaseOpensNothing() {
        List<String> backup = jdbc.queryForList(
                "select text_ from act_hi_varinst where name_ = 'narrative' and proc_inst_id_ = ?",
                String.class,
                negative.root());
        assertThat(keys.open(
                        negative.number(),
                        "variable narrative",
                        Base64.getDecoder().decode(backup.get(0))))
                .asString(StandardCharsets.UTF_8)
                .contains("Ana Testi was seen at the bridge.");
        itIs(TIME_OVER);
        request().complete("P10-05", Map.of("erasureConfirmed", true));

        assertThatThrownBy(() -> keys.open(
                        negative.number(),
                        "variable narrative",
                        Base64.getDecoder().decode(backup.get(0))))
                .isInstanceOf(KeyMissing.class);
        assertThatThrownBy(() -> keys.seal(negative.number(), "variable narrative", new byte[1]))
                .isInstanceOf(KeyMissing.class);
    }

    @Test
    void whatACrashLeftUndoneIsDoneLaterAndCertifiedOnce() {
        jdbc.update(
                "insert into nrm_erasure (case_number, legal_basis, ordered_at) values (?, 'Law', current_timestamp)",
                negative.number());
        erasures.carryOutOrders();
        erasures.carryOutOrders();
        assertThat(values("narrative"))
                .allSatisfy(narrative -> assertThat(narrative.getValue()).isNull());
        assertThat(trail("content.erased")).hasSize(1);
    }

    @Test
    void whatARestoredKeyStoreBringsBackIsDestroyedAgain() throws SQLException {
        try (Connection keyStore = DriverManager.getConnection(keyStoreUrl, "keys", "")) {
            JdbcTemplate stored = new JdbcTemplate(new SingleConnectionDataSource(keyStore, true));
            String owner = "case " + negative.number();
            Map<String, Object> backup =
                    stored.queryForMap("select master_key, wrapped from nrm_wrapped_key where owner = ?", owner);
            itIs(TIME_OVER);
            request().complete("P10-05", Map.of("erasureConfirmed", true));
            stored.update(
                    "update nrm_wrapped_key set master_key = ?, wrapped = ?, destroyed_at = null where owner = ?",
                    backup.get("master_key"),
                    backup.get("wrapped"),
                    owner);
            assertThat(keys.seal(negative.number(), "probe", new byte[1])).isNotEmpty();

            erasures.destroyWhatABackupBroughtBack();
        }
        assertThatThrownBy(() -> keys.seal(negative.number(), "probe", new byte[1]))
                .isInstanceOf(KeyMissing.class);
        assertThat(trail("content.erased")).hasSize(1);
        assertThat(trail("key.destroyed-again")).hasSize(1);
    }

    @Test
    void aLongerPeriodThatCameIntoForceMeanwhileKeepsTheContent() throws IOException {
        itIs(TIME_OVER);
        Case erasure = request();
        String longer = Files.readString(Path.of("processes/retention.dmn"))
                .replaceFirst("<text>1</text></outputEntry>", "<text>5</text></outputEntry>");
        String deployment = repository
                .createDeployment()
                .addString("retention.dmn", longer)
                .deploy()
                .getId();
        try {
            assertThatThrownBy(() -> erasure.complete("P10-05", Map.of("erasureConfirmed", true)))
                    .isInstanceOf(FormRefused.class)
                    .hasMessageContaining("erasureConfirmed");
            assertThat(values("narrative"))
                    .extracting(HistoricVariableInstance::getValue)
                    .contains("Ana Testi was seen at the bridge.");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void theOfficerIsShownTheCasesWhoseTimeIsOverAndNoOther() {
        Case running = cases.report("state-police.tirane", Map.of());
        itIs(TIME_OVER);
        assertThat(Caller.program(port, "dpo", "demo")
                        .get("/engine-rest/process-definition/key/case-erasure/deployed-start-form")
                        .body())
                .contains(negative.number())
                .doesNotContain(running.number());
    }

    @Test
    void anObjectionKeepsTheContent() {
        itIs(TIME_OVER);
        Case erasure = request()
                .complete("P10-05", Map.of("erasureConfirmed", false, "erasureObjection", "A trial is still running."));
        assertThat(erasure.end()).isEqualTo("EndEvent_ContentKept");
        assertThat(values("narrative"))
                .extracting(HistoricVariableInstance::getValue)
                .contains("Ana Testi was seen at the bridge.");
        assertThat(request().open()).containsExactly("P10-05 ra-secretariat");
    }

    @Test
    void aSecondRequestWaitsForTheFirst() {
        itIs(TIME_OVER);
        request();
        assertThatThrownBy(this::request).isInstanceOf(FormRefused.class).hasMessageContaining("caseNumber");
    }

    @Test
    void aMissedConfirmationReachesTheChair() {
        itIs(TIME_OVER);
        Case erasure = request();
        itIs("2027-09-28T10:01");
        erasure.miss("P10-05");
        assertThat(erasure.ladder()).containsExactly("E4 ra-chair");
        erasure.complete("P10-05", Map.of("erasureConfirmed", true));
        assertThat(erasure.open()).isEmpty();
    }

    @Test
    void theEnginesCleanupLeavesCasesAlone() {
        itIs("2090-01-02T03:00");
        history.cleanUpHistoryAsync(true);
        for (Job cleanup : history.findHistoryCleanupJobs()) {
            management.executeJob(cleanup.getId());
        }
        assertThat(negative.end()).isEqualTo("EndEvent_NoIndicators");
        assertThat(values("narrative")).isNotEmpty();
    }

    private Case request() {
        return request(negative);
    }

    private Case request(Case closed) {
        return cases.start("case-erasure", "dpo", Map.of("caseNumber", closed.number()));
    }

    private List<HistoricVariableInstance> values(String name) {
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(negative.root())
                .variableName(name)
                .list();
    }

    private List<String> trail(String kind) {
        return jdbc.queryForList(
                "select details from nrm_trail where case_number = ? and kind = ?",
                String.class,
                negative.number(),
                kind);
    }
}
