package al.nrm.online;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The reports that have no case yet, in the order of harm, and what becomes of them when a case holds them. */
@Component
class WaitingReports {

    record Waiting(String id, String reporter, Instant receivedAt, int severity, OnlineReport said) {}

    private final JdbcTemplate jdbc;
    private final ReportStore store;

    WaitingReports(JdbcTemplate jdbc, ReportStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** The next that have no case yet, the worst first. */
    List<String> waiting(int most) {
        return jdbc.queryForList(
                "select id from nrm_online_report where waiting = true"
                        + " order by severity desc, received_at, place limit ?",
                String.class,
                most);
    }

    /** A report that waits, for the running transaction alone; none where another node has it. */
    Optional<Waiting> take(String id) {
        return jdbc
                .query(
                        "select reporter, received_at, severity, content from nrm_online_report"
                                + " where id = ? and waiting = true for update skip locked",
                        (row, number) -> new Waiting(
                                id,
                                row.getString(1),
                                row.getTimestamp(2).toInstant(),
                                row.getInt(3),
                                OnlineReport.read(store.open(id, row.getBytes(4)))),
                        id)
                .stream()
                .findFirst();
    }

    /** From now on the case holds what the report said. */
    void belongsTo(String id, String caseNumber) {
        jdbc.update(
                "update nrm_online_report set case_number = ?, content = null, waiting = false where id = ?",
                caseNumber,
                id);
    }

    /**
     * Hands over what else was reported of the same material; what comes from now on is looked into anew.
     *
     * @param caseNumber the case that holds it from now on
     */
    List<OnlineReport> handOver(String first, String caseNumber) {
        store.hold();
        jdbc.update("delete from nrm_online_hash where report = ?", first);
        List<OnlineReport> sightings = jdbc.query(
                "select id, content from nrm_online_report where same_as = ? and content is not null"
                        + " order by received_at, place",
                (row, number) -> OnlineReport.read(store.open(row.getString(1), row.getBytes(2))),
                first);
        jdbc.update(
                "update nrm_online_report set case_number = ?, content = null where same_as = ?", caseNumber, first);
        return sightings;
    }
}
