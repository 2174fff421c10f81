package al.nrm.evidence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What this system knows of each file beside the engine's own attachment: who brought it, and what the scanner said. */
@Component
class AttachedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AttachedFiles.class);
    private static final String COLUMNS = "select attachment_id, state, size_bytes, attached_by from nrm_evidence ";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    AttachedFiles(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One file's facts. */
    record Facts(String id, ScanState state, int bytes, String attachedBy) {}

    void add(String task, Facts facts) {
        report(facts.id(), facts.state());
        jdbc.update(
                "insert into nrm_evidence (attachment_id, task_id, state, size_bytes, attached_by, attached_at, looked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                facts.id(),
                task,
                facts.state().name(),
                facts.bytes(),
                facts.attachedBy(),
                now(),
                now());
    }

    void remove(String id) {
        jdbc.update("delete from nrm_evidence where attachment_id = ?", id);
    }

    Map<String, Facts> ofTask(String task) {
        return facts(COLUMNS + "where task_id = ?", task).stream()
                .collect(Collectors.toMap(Facts::id, Function.identity()));
    }

    /** The files that no scanner has judged, first those that were not looked at for longest. */
    List<String> unjudged(int most) {
        return facts(COLUMNS + "where state in ('WAITING', 'UNSCANNED') order by looked_at").stream()
                .limit(most)
                .map(Facts::id)
                .toList();
    }

    void judged(String id, ScanState state) {
        report(id, state);
        jdbc.update(
                "update nrm_evidence set state = ?, looked_at = ? where attachment_id = ?", state.name(), now(), id);
    }

    /** By its id alone: the name of a file, and of what was found in it, are no business of the log. */
    private static void report(String id, ScanState state) {
        if (state == ScanState.QUARANTINED) {
            LOG.error("The virus scanner found something in the file {}: it is in quarantine", id);
        }
    }

    private List<Facts> facts(String query, Object... values) {
        return jdbc.query(
                query,
                (row, number) -> new Facts(
                        row.getString("attachment_id"),
                        ScanState.valueOf(row.getString("state")),
                        row.getInt("size_bytes"),
                        row.getString("attached_by")),
                values);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
