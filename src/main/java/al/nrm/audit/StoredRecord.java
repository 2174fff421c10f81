package al.nrm.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** A record as the database gives it back. */
record StoredRecord(String chain, long sequence, Entry entry, byte[] previous, byte[] hash) {

    static final String COLUMNS =
            "chain, sequence, happened_at, kind, worker, subject, case_number, details, previous_hash, hash";

    static StoredRecord of(ResultSet row) throws SQLException {
        Entry entry = new Entry(
                row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
        return new StoredRecord(row.getString(1), row.getLong(2), entry, row.getBytes(9), row.getBytes(10));
    }

    boolean isWhole(RecordHash hashes) {
        return wasAt(sequence, hashes);
    }

    /** Whether the record was written with this number. */
    boolean wasAt(long number, RecordHash hashes) {
        return Arrays.equals(hash, hashes.of(chain, number, entry, previous));
    }
}
