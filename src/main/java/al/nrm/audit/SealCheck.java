package al.nrm.audit;

import al.nrm.audit.Trouble.Kind;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds the trail against its seals, and those against seals that were kept elsewhere. */
final class SealCheck {

    private static final String LOST = """
            select s.chain, min(s.sequence), min(s.seal) from nrm_sealed_head s where not exists
            (select 1 from nrm_trail t where t.chain = s.chain and t.sequence = s.sequence) group by s.chain""";
    private static final String REWRITTEN = """
            select s.chain, min(s.sequence), min(s.seal) from nrm_sealed_head s
            join nrm_trail t on t.chain = s.chain and t.sequence = s.sequence where t.hash <> s.hash group by s.chain""";

    private final JdbcTemplate jdbc;
    private final List<Trouble> troubles = new ArrayList<>();

    private SealCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param kept seals as printed, {@code number:hash}
     */
    static List<Trouble> troubles(JdbcTemplate jdbc, List<String> kept) {
        SealCheck check = new SealCheck(jdbc);
        check.kept(kept);
        check.heads();
        check.whereChainsStood(LOST, Kind.CUT_OFF, "the end was cut off: seal %d knows this record");
        check.whereChainsStood(REWRITTEN, Kind.CHANGED, "rewritten up to here: seal %d knows another hash");
        return check.troubles;
    }

    private void kept(List<String> kept) {
        for (String code : kept) {
            long number = Long.parseLong(code.substring(0, code.indexOf(':')));
            boolean known = jdbc
                    .queryForList(
                            "select hash from nrm_trail where chain = 'seals' and sequence = ?", byte[].class, number)
                    .stream()
                    .anyMatch(hash ->
                            code.equalsIgnoreCase(number + ":" + HexFormat.of().formatHex(hash)));
            if (!known) {
                add(number, "the database holds another seal of this number than the one that was kept, or none");
            }
        }
    }

    /** Each seal's list of chains is the list it was made over. */
    private void heads() {
        jdbc.query("select sequence, details from nrm_trail where chain = 'seals' order by sequence", row -> {
            long number = row.getLong(1);
            List<Seals.SealedHead> heads = jdbc.query(
                    "select chain, sequence, hash from nrm_sealed_head where seal = ?",
                    (head, i) -> new Seals.SealedHead(head.getString(1), head.getLong(2), head.getBytes(3)),
                    number);
            if (!Seals.digest(heads).equals(Seal.detail(row.getString(2), "heads"))) {
                add(number, "its list of chains is not the one that was sealed");
            }
        });
        jdbc.query(
                "select distinct seal from nrm_sealed_head where seal not in"
                        + " (select sequence from nrm_trail where chain = 'seals')",
                row -> {
                    add(row.getLong(1), "removed, though its list of chains is there");
                });
    }

    private void whereChainsStood(String query, Kind kind, String sentence) {
        jdbc.query(query, row -> {
            troubles.add(Trouble.of(kind, row.getString(1), row.getLong(2), sentence.formatted(row.getLong(3))));
        });
    }

    private void add(long number, String sentence) {
        troubles.add(Trouble.of(Kind.SEAL_BROKEN, Seals.CHAIN, number, sentence));
    }
}
