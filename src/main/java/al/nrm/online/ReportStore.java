package al.nrm.online;

import al.nrm.keys.CaseKeys;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The reports that have come in, each once. What they say is sealed here until their case holds it; references and hashes are
 * kept as fingerprints, so that nobody who reads the table learns what is looked for.
 */
@Component
class ReportStore {

    /** A report without a reference of its own is never the same as another. */
    record Arrived(
            String id,
            String reporter,
            String reference,
            Instant receivedAt,
            int place,
            int severity,
            String sameAs,
            byte[] content) {}

    /** The report under which a material is looked into. */
    record First(String id, int severity) {}

    /** What the reports of one material are sealed under until a case holds them. */
    private static final String PURPOSE = "online";

    /** Well below what the databases take in one statement. */
    private static final int AT_ONCE = 1000;

    private final JdbcTemplate jdbc;
    private final CaseKeys keys;

    ReportStore(JdbcTemplate jdbc, CaseKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Lets the running transaction alone look and add until it ends: two that look at once would both find nothing. */
    void hold() {
        jdbc.queryForList("select id from nrm_online_intake where id = 1 for update");
    }

    Set<String> knownReferences(Collection<String> marks) {
        Set<String> known = new HashSet<>();
        inPieces(
                marks,
                piece -> known.addAll(jdbc.queryForList(
                        "select reference_mark from nrm_online_report where reference_mark in (" + places(piece) + ")",
                        String.class,
                        piece.toArray())));
        return known;
    }

    /** The report under which each material is looked into, by the fingerprint of its hash. */
    Map<String, First> firsts(Collection<String> hashes) {
        Map<String, First> firsts = new HashMap<>();
        inPieces(
                hashes,
                piece -> jdbc.query(
                        "select h.hash_mark, r.id, r.severity from nrm_online_hash h join nrm_online_report r on r.id = h.report"
                                + " where h.hash_mark in (" + places(piece) + ")",
                        row -> {
                            firsts.put(row.getString(1), new First(row.getString(2), row.getInt(3)));
                        },
                        piece.toArray()));
        return firsts;
    }

    /** @param firsts the report under which each of these is looked into from now on */
    void add(List<Arrived> reports, Map<String, First> firsts) {
        jdbc.batchUpdate(
                "insert into nrm_online_report (id, reporter, reference_mark, received_at, place, severity, same_as, content,"
                        + " waiting) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                reports,
                AT_ONCE,
                (row, report) -> {
                    row.setString(1, report.id());
                    row.setString(2, report.reporter());
                    row.setString(3, report.reference());
                    row.setTimestamp(4, Timestamp.from(report.receivedAt()));
                    row.setInt(5, report.place());
                    row.setInt(6, report.severity());
                    row.setString(7, report.sameAs());
                    row.setBytes(8, report.content());
                    row.setBoolean(9, report.sameAs() == null);
                });
        inPieces(
                firsts.keySet(),
                piece -> jdbc.update(
                        "delete from nrm_online_hash where hash_mark in (" + places(piece) + ")", piece.toArray()));
        jdbc.batchUpdate(
                "insert into nrm_online_hash (hash_mark, report) values (?, ?)",
                firsts.entrySet(),
                AT_ONCE,
                (row, hash) -> {
                    row.setString(1, hash.getKey());
                    row.setString(2, hash.getValue().id());
                });
    }

    byte[] seal(String id, byte[] content) {
        return keys.seal(PURPOSE, id, content);
    }

    byte[] open(String id, byte[] content) {
        return keys.open(PURPOSE, id, content);
    }

    private static void inPieces(Collection<String> all, Consumer<List<String>> piece) {
        List<String> list = new ArrayList<>(all);
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            piece.accept(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
        }
    }

    private static String places(List<String> piece) {
        return String.join(", ", Collections.nCopies(piece.size(), "?"));
    }
}
