package al.nrm.audit;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.audit.Trouble.Kind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine's history and the chain of a case tell the same, or verification says where they part. */
@Tag("database-independent")
class TamperedHistoryTest {

    private static final String CASE = "NRM-2026-000001";
    private static final Instant DUE = Instant.parse("2026-09-14T16:00:00.120Z");
    private static final Timestamp BEGUN = Timestamp.from(DUE.minusSeconds(3600));
    private static final WrittenTrail TRAIL = new WrittenTrail();

    @BeforeEach
    void aCaseWithOneTaskOneVariableAndAComment() {
        for (String table : List.of("act_hi_procinst", "act_hi_taskinst", "act_hi_varinst", "act_hi_comment")) {
            TRAIL.change("delete from " + table);
        }
        TRAIL.with(0)
                .append(entry("process.started", "p1", "{}"))
                .append(entry(
                        "variables.changed",
                        "p1",
                        "{\"v1\":\"sex " + StoredValue.digest("string", "female", null, null, null, null) + "\"}"))
                .append(entry("task.created", "t1", "{\"due\":\"" + DUE + "\"}"))
                .append(entry("comment.added", "c1", "{}"));
        TRAIL.change(
                        "insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_id_, start_time_)"
                                + " values ('p1', 'p1', ?, 'd', ?)",
                        CASE,
                        BEGUN)
                .change(
                        "insert into act_hi_taskinst (id_, proc_inst_id_, start_time_, due_date_)"
                                + " values ('t1', 'p1', ?, ?)",
                        BEGUN,
                        Timestamp.from(DUE))
                .change("insert into act_hi_varinst (id_, proc_inst_id_, name_, var_type_, text_)"
                        + " values ('v1', 'p1', 'sex', 'string', 'female')")
                .change(
                        "insert into act_hi_comment (id_, type_, time_, task_id_) values ('c1', 'comment', ?, 't1')",
                        BEGUN);
    }

    @Test
    void aHistoryThatTellsTheSameIsNoTrouble() {
        assertThat(TRAIL.verify().troubles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "update act_hi_varinst set text_ = 'male'; 2",
                "update act_hi_varinst set name_ = 'county'; 2",
                "update act_hi_varinst set long_ = 1; 2",
                "update act_hi_taskinst set due_date_ = dateadd(day, 1, due_date_); 3",
                "update act_hi_taskinst set end_time_ = start_time_; 3",
                "update act_hi_procinst set end_time_ = start_time_; 1",
                "delete from act_hi_varinst; 2",
                "delete from act_hi_taskinst; 3",
                "delete from act_hi_comment; 4",
                "delete from act_hi_procinst; 1"
            })
    void whatTheHistorySaysOtherwiseIsNamedByItsRecord(String change, long record) {
        TRAIL.change(change);
        assertThat(TRAIL.verify().troubles())
                .hasSize(1)
                .allMatch(trouble -> trouble.kind() == Kind.HISTORY_CHANGED && trouble.record() == record);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_id_, start_time_) select 'x',"
                        + " 'x', business_key_, 'd', start_time_ from act_hi_procinst",
                "insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_id_, start_time_) select 'x',"
                        + " 'x', 'NRM-2026-000002', 'd', start_time_ from act_hi_procinst",
                "insert into act_hi_taskinst (id_, proc_inst_id_, start_time_) values ('x', 'p1', now())",
                "insert into act_hi_varinst (id_, proc_inst_id_, name_) values ('x', 'p1', 'county')",
                "insert into act_hi_comment (id_, type_, time_, task_id_) values ('x', 'comment', now(), 't1')"
            })
    void whatNoRecordTellsOfIsNamed(String change) {
        TRAIL.change(change);
        assertThat(TRAIL.verify().troubles()).extracting(Trouble::kind).containsExactly(Kind.UNRECORDED);
    }

    @Test
    void noRecordMakesTheLossOfHistoryGood() {
        TRAIL.append(entry("history.removed", null, "{}")).change("delete from act_hi_varinst");
        assertThat(TRAIL.verify().troubles()).extracting(Trouble::kind).containsExactly(Kind.HISTORY_CHANGED);
    }

    private static Entry entry(String kind, String subject, String details) {
        return new Entry(BEGUN.toInstant(), kind, "engine", subject, CASE, details);
    }
}
