package al.nrm.audit;

import al.nrm.audit.Trouble.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds the engine's history of one case against its chain: neither tells of anything that the other does not know. */
final class HistoryCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final String VARIABLES = """
            select v.id_, v.name_, v.var_type_, v.text_, v.text2_, v.long_, v.double_, b.bytes_ from act_hi_varinst v
            join act_hi_procinst p on p.id_ = v.proc_inst_id_ left join act_ge_bytearray b on b.id_ = v.bytearray_id_
            where p.business_key_ = ?""";
    private static final String TASKS = """
            select t.id_, t.due_date_, t.end_time_ from act_hi_taskinst t
            join act_hi_procinst p on p.id_ = t.proc_inst_id_ where p.business_key_ = ?""";

    private static final String COMMENTS = """
            select c.id_ from act_hi_comment c join act_hi_taskinst t on t.id_ = c.task_id_
            join act_hi_procinst p on p.id_ = t.proc_inst_id_ where p.business_key_ = ? and c.type_ = 'comment'""";

    private final String chain;
    private final JdbcTemplate jdbc;

    /** By what it is and its id: the number of the last record of it, and what the history must say. */
    private final Map<String, Known> known = new HashMap<>();

    private Trouble trouble;

    HistoryCheck(String chain, JdbcTemplate jdbc) {
        this.chain = chain;
        this.jdbc = jdbc;
    }

    private record Known(long record, String state) {}

    void follow(StoredRecord record) {
        Entry entry = record.entry();
        String subject = entry.subject();
        switch (entry.kind()) {
            case Changes.PROCESS_STARTED -> know("process", subject, record, "open");
            case Changes.PROCESS_ENDED -> know("process", subject, record, "ended");
            case Changes.TASK_CREATED, Changes.ESCALATION_OPENED, Changes.TASK_CHANGED ->
                know("task", subject, record, "open " + details(entry).get("due"));
            case Changes.TASK_COMPLETED, Changes.TASK_DELETED ->
                know("task", subject, record, "ended " + details(entry).get("due"));
            case Changes.VARIABLES_CHANGED ->
                details(entry).forEach((id, state) -> {
                    // the engine keeps the last value of a variable that it removes
                    if (!state.endsWith(" ")) {
                        know("variable", id, record, state);
                    }
                });
            case RecordNotes.COMMENT_ADDED -> know("comment", subject, record, "");
            default -> {}
        }
    }

    Optional<Trouble> end() {
        each("select id_, end_time_ from act_hi_procinst where business_key_ = ?", "process", row -> ended(row, 2));
        each(TASKS, "task", row -> ended(row, 3) + " " + instant(row.getTimestamp(2)));
        each(VARIABLES, "variable", HistoryCheck::value);
        each(COMMENTS, "comment", row -> "");
        if (trouble == null) {
            known.entrySet().stream()
                    .min(Map.Entry.comparingByValue(Comparator.comparingLong(Known::record)))
                    .ifPresent(lost -> report(
                            Kind.HISTORY_CHANGED,
                            lost.getValue().record(),
                            "the engine's history has lost " + lost.getKey()));
        }
        return Optional.ofNullable(trouble);
    }

    private interface State {
        String of(ResultSet row) throws SQLException;
    }

    private void each(String query, String what, State state) {
        jdbc.query(
                query,
                row -> {
                    String id = what + " " + row.getString(1);
                    Known record = known.remove(id);
                    if (record == null) {
                        report(Kind.UNRECORDED, 0, "the engine's history has " + id + ", of which no record tells");
                    } else if (!record.state().equals(state.of(row))) {
                        report(Kind.HISTORY_CHANGED, record.record(), "the engine's history says otherwise of " + id);
                    }
                },
                chain);
    }

    private void report(Kind kind, long record, String sentence) {
        if (trouble == null) {
            trouble = Trouble.of(kind, chain, record, sentence);
        }
    }

    private void know(String what, String id, StoredRecord record, String state) {
        known.put(what + " " + id, new Known(record.sequence(), state));
    }

    private static String ended(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column) == null ? "open" : "ended";
    }

    private static String instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant().toString();
    }

    private static String value(ResultSet row) throws SQLException {
        return row.getString(2) + " "
                + StoredValue.digest(
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        (Long) row.getObject(6),
                        (Double) row.getObject(7),
                        row.getBytes(8));
    }

    private static Map<String, String> details(Entry entry) {
        try {
            return JSON.readValue(entry.details(), DETAILS);
        } catch (JsonProcessingException changed) {
            // the chain's own check names it
            return Map.of();
        }
    }
}
