package al.nrm.evidence;

import al.nrm.audit.Happening;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What this system knows of each file beside the engine's own attachment: who brought it, and what the scanner said. */
@Component
class AttachedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AttachedFiles.class);
    private static final String ALL =
            "select attachment_id, task_id, case_number, state, size_bytes, attached_by from nrm_evidence ";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AttachedFiles(JdbcTemplate jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** One file's facts. */
    record Facts(String id, String task, String caseNumber, ScanState state, int bytes, String attachedBy) {}

    /** As part of attaching the file; that it was attached, the engine's own command tells the trail. */
    void add(Facts file) {
        jdbc.update(
                "insert into nrm_evidence (attachment_id, task_id, case_number, state, size_bytes, attached_by,"
                        + " attached_at, looked_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                file.id(),
                file.task(),
                file.caseNumber(),
                file.state().name(),
                file.bytes(),
                file.attachedBy(),
                now(),
                now());
        tellOfVerdict(file, file.state());
    }

    /** As part of removing the file. */
    void remove(Facts file) {
        jdbc.update("delete from nrm_evidence where attachment_id = ?", file.id());
        events.publishEvent(
                new Happening(file.caseNumber(), "attachment.removed", file.id(), Map.of("task", file.task())));
    }

    Map<String, Facts> ofTask(String task) {
        return facts(ALL + "where task_id = ?", task).stream()
                .collect(Collectors.toMap(Facts::id, Function.identity()));
    }

    /** The files that no scanner has judged, first those that were not looked at for longest. */
    List<Facts> unjudged(int most) {
        return facts(
                ALL + "where state in ('WAITING', 'UNSCANNED')"
                        // of an erased case nothing can be looked at any more
                        + " and (case_number is null or case_number not in (select case_number from nrm_erasure))"
                        + " order by looked_at, attachment_id limit ?",
                most);
    }

    /** In a transaction, as the others. */
    void judged(Facts file, ScanState state) {
        jdbc.update(
                "update nrm_evidence set state = ?, looked_at = ? where attachment_id = ?",
                state.name(),
                now(),
                file.id());
        tellOfVerdict(file, state);
    }

    private void tellOfVerdict(Facts file, ScanState state) {
        if (state == ScanState.QUARANTINED) {
            // By its id alone: the name of a file, and of what was found in it, are no business of the log.
            LOG.error("The virus scanner found something in the file {}: it is in quarantine", file.id());
        }
        if (state == ScanState.QUARANTINED || state == ScanState.CLEAN) {
            events.publishEvent(new Happening(
                    file.caseNumber(),
                    "attachment.scanned",
                    file.id(),
                    Map.of("task", file.task(), "state", state.word())));
        }
    }

    private List<Facts> facts(String query, Object... values) {
        return jdbc.query(
                query,
                (row, number) -> new Facts(
                        row.getString("attachment_id"),
                        row.getString("task_id"),
                        row.getString("case_number"),
                        ScanState.valueOf(row.getString("state")),
                        row.getInt("size_bytes"),
                        row.getString("attached_by")),
                values);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
