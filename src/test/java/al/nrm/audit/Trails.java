package al.nrm.audit;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The trail as it stands in the tables, from a moment on. */
class Trails {

    private final JdbcTemplate jdbc;
    private long from;

    Trails(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        forget();
    }

    record Row(String kind, String worker, String subject, String caseNumber, String details) {

        boolean is(String kind, String route) {
            return this.kind.equals(kind) && details.contains("\"route\":\"" + route + "\"");
        }
    }

    /** What is there already is no longer told. */
    final void forget() {
        from = jdbc.queryForObject(
                "select coalesce(max(sequence), 0) from nrm_trail where chain like 'reads:%'", Long.class);
    }

    List<Row> reads() {
        return jdbc.query(
                "select kind, worker, subject, case_number, details from nrm_trail"
                        + " where chain like 'reads:%' and sequence > ? order by sequence",
                (row, number) -> new Row(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                from);
    }

    List<Row> reads(String kind) {
        return reads().stream().filter(row -> row.kind().equals(kind)).toList();
    }
}
