package al.nrm.audit;

import al.nrm.audit.Trouble.Kind;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds out, of a record that does not fit, what was done to it or to its neighbour. */
final class Diagnosis {

    private final JdbcTemplate jdbc;
    private final RecordHash hashes = new RecordHash();

    Diagnosis(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A number is missing; behind the chain's end nothing can be missing. */
    Trouble gap(long expected, StoredRecord found) {
        Chains.Head head = Verification.head(jdbc, found.chain());
        return found.sequence() < expected || head != null && expected > head.sequence()
                ? Trouble.of(Kind.INSERTED, found.chain(), found.sequence(), "inserted outside the chain")
                : Trouble.of(Kind.REMOVED, found.chain(), expected, "removed");
    }

    /** The hash is not that of the columns: moved from another place, or changed in this one. */
    Trouble unwhole(StoredRecord record) {
        String chain = record.chain();
        long here = record.sequence();
        OptionalLong before = formerPlace(record);
        StoredRecord next = at(chain, here + 1);
        boolean nextWasHere = next != null && next.wasAt(here, hashes);
        if (before.isEmpty()) {
            return nextWasHere
                    ? Trouble.of(Kind.INSERTED, chain, here, "inserted")
                    : Trouble.of(Kind.CHANGED, chain, here, "changed");
        }
        long was = before.getAsLong();
        if (was == here - 1) {
            return Trouble.of(Kind.INSERTED, chain, was, "inserted");
        } else if (was == here + 1 && !nextWasHere) {
            return Trouble.of(Kind.REMOVED, chain, here, "removed, and those behind it moved up");
        }
        return Trouble.of(Kind.REORDERED, chain, here, "in the place of another: it was record " + was);
    }

    /** Whole, but written behind another record than the one that stands before it. */
    Trouble torn(StoredRecord record) {
        return record.sequence() == 1
                ? Trouble.of(Kind.CHANGED, record.chain(), 1, "changed, with its hash")
                : Trouble.of(Kind.CHANGED, record.chain(), record.sequence() - 1, "changed, with its hash");
    }

    private OptionalLong formerPlace(StoredRecord record) {
        Long last =
                jdbc.queryForObject("select max(sequence) from nrm_trail where chain = ?", Long.class, record.chain());
        Chains.Head head = Verification.head(jdbc, record.chain());
        long most = Math.max(last == null ? 0 : last, head == null ? 0 : head.sequence()) + 1;
        return LongStream.rangeClosed(1, most)
                .filter(place -> record.wasAt(place, hashes))
                .findFirst();
    }

    private StoredRecord at(String chain, long sequence) {
        List<StoredRecord> found = jdbc.query(
                "select " + StoredRecord.COLUMNS + " from nrm_trail where chain = ? and sequence = ?",
                (row, number) -> StoredRecord.of(row),
                chain,
                sequence);
        return found.isEmpty() ? null : found.get(0);
    }
}
