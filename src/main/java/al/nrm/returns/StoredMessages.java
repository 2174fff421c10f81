package al.nrm.returns;

import al.nrm.audit.Happening;
import al.nrm.audit.Trail;
import al.nrm.keys.CaseKeys;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Keeps every message to and from abroad once, sealed under its case's key, and writes each into the trail. */
@Component
class StoredMessages {

    /** What is open of a message: where it went or came from, which case, and what kind it is. */
    record Row(String partner, String messageId, String caseNumber, String type, byte[] digest, byte[] body) {}

    static final String INCOMING = "in";
    static final String OUTGOING = "out";

    private static final String SELECT =
            "select partner, message_id, case_number, message_type, digest, body from nrm_transnational_message ";
    private static final RowMapper<Row> ROW = (row, number) -> new Row(
            row.getString("partner"),
            row.getString("message_id"),
            row.getString("case_number"),
            row.getString("message_type"),
            row.getBytes("digest"),
            row.getBytes("body"));

    private final JdbcTemplate jdbc;
    private final CaseKeys keys;
    private final Trail trail;
    private final Clock clock;

    StoredMessages(JdbcTemplate jdbc, CaseKeys keys, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException where the message is there already */
    void keep(String direction, String partner, String id, String caseNumber, String type, byte[] body) {
        jdbc.update(
                "insert into nrm_transnational_message (direction, partner, message_id, case_number, message_type,"
                        + " digest, body, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                direction,
                partner,
                id,
                caseNumber,
                type,
                digest(body),
                keys.seal(caseNumber, name(direction, partner, id), body),
                Timestamp.from(clock.instant()));
        tell(caseNumber, direction.equals(INCOMING) ? "message.received" : "message.posted", partner, type);
    }

    Optional<Row> find(String direction, String partner, String id) {
        return jdbc
                .query(SELECT + "where direction = ? and partner = ? and message_id = ?", ROW, direction, partner, id)
                .stream()
                .findFirst();
    }

    /** What waits for the gateway, oldest first. */
    List<Row> undelivered(int most) {
        return jdbc.query(
                SELECT + "where direction = 'out' and delivered_at is null order by recorded_at, message_id limit ?",
                ROW,
                most);
    }

    /** All that came for a case of these types. */
    Stream<byte[]> received(String caseNumber, List<String> types) {
        return jdbc.query(SELECT + "where direction = 'in' and case_number = ?", ROW, caseNumber).stream()
                .filter(row -> types.contains(row.type()))
                .map(row -> open(INCOMING, row));
    }

    byte[] open(String direction, Row row) {
        return keys.open(row.caseNumber(), name(direction, row.partner(), row.messageId()), row.body());
    }

    /** A keyed digest: without the key store nobody can try out whose message it is. */
    byte[] digest(byte[] body) {
        return keys.fingerprint("transnational-message", body);
    }

    /** Marks, once, that the gateway has carried a message of ours away. */
    void delivered(Row row) {
        mark(row, "delivered_at", "message.delivered");
    }

    /** Marks, once, that the focal point abroad has a message of ours. */
    void acknowledged(Row row) {
        mark(row, "acknowledged_at", "message.acknowledged");
    }

    Optional<Row> outgoing(String id) {
        return jdbc.query(SELECT + "where direction = 'out' and message_id = ?", ROW, id).stream()
                .findFirst();
    }

    private void mark(Row row, String column, String kind) {
        int marked = jdbc.update(
                "update nrm_transnational_message set " + column + " = ? where direction = 'out' and partner = ?"
                        + " and message_id = ? and " + column + " is null",
                Timestamp.from(clock.instant()),
                row.partner(),
                row.messageId());
        if (marked == 1) {
            tell(row.caseNumber(), kind, row.partner(), row.type());
        }
    }

    /** Not the foreign id: whoever chose it may have put a name into it. */
    private void tell(String caseNumber, String kind, String partner, String type) {
        trail.record(new Happening(caseNumber, kind, null, Map.of("partner", partner, "type", type)));
    }

    private static String name(String direction, String partner, String id) {
        return "message " + direction + " " + partner + " " + id;
    }
}
