package al.nrm.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** How fast a trail that lies in memory is verified, beside hashing as many bytes in as many pieces; for the benchmark. */
public final class VerificationSpeed {

    private static final int ROUNDS = 20;

    private final List<StoredRecord> records;
    private final List<byte[]> pieces;
    private final long bytes;
    private long verifying;
    private long hashing;

    public VerificationSpeed(JdbcTemplate jdbc) {
        records = jdbc.query(
                "select " + StoredRecord.COLUMNS + " from nrm_trail order by chain, sequence",
                (row, number) -> StoredRecord.of(row));
        pieces = records.stream().map(VerificationSpeed::content).toList();
        bytes = pieces.stream().mapToLong(piece -> piece.length).sum();
    }

    /** Both in turn, the first rounds to warm up. */
    public VerificationSpeed measure() {
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            verify();
            long between = System.nanoTime();
            hash();
            if (round >= 0) {
                verifying += between - start;
                hashing += System.nanoTime() - between;
            }
        }
        return this;
    }

    public double mebibytesVerifiedPerSecond() {
        return mebibytesPerSecond(verifying);
    }

    public double mebibytesHashedPerSecond() {
        return mebibytesPerSecond(hashing);
    }

    private double mebibytesPerSecond(long nanoseconds) {
        return (double) ROUNDS * bytes / (1 << 20) / (nanoseconds / 1e9);
    }

    private void verify() {
        RecordHash hashes = new RecordHash();
        List<Trouble> troubles = new ArrayList<>();
        ChainCheck check = null;
        String chain = null;
        StoredRecord last = null;
        for (StoredRecord record : records) {
            if (!record.chain().equals(chain)) {
                end(check, last, troubles);
                chain = record.chain();
                check = new ChainCheck(chain, hashes, null);
            }
            check.follow(record);
            last = record;
        }
        end(check, last, troubles);
        if (!troubles.isEmpty()) {
            throw new IllegalStateException("The trail of the benchmark does not verify: " + troubles.get(0));
        }
    }

    private static void end(ChainCheck check, StoredRecord last, List<Trouble> troubles) {
        if (check != null) {
            check.end(new Chains.Head(last.sequence(), last.hash())).ifPresent(troubles::add);
        }
    }

    private void hash() {
        MessageDigest sha256 = RecordHash.sha256();
        int sum = 0;
        for (byte[] piece : pieces) {
            sum += sha256.digest(piece)[0];
        }
        if (sum == Integer.MIN_VALUE) {
            throw new IllegalStateException("so that nobody may leave the hashing out");
        }
    }

    /** The bytes of all columns of a record, one after the other. */
    private static byte[] content(StoredRecord record) {
        Entry entry = record.entry();
        String texts = String.join(
                "",
                Stream.of(
                                record.chain(),
                                entry.kind(),
                                entry.worker(),
                                entry.subject(),
                                entry.caseNumber(),
                                entry.details())
                        .map(text -> text == null ? "" : text)
                        .toList());
        byte[] text = texts.getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[text.length + 2 * Long.BYTES + record.previous().length];
        System.arraycopy(text, 0, content, 0, text.length);
        System.arraycopy(record.previous(), 0, content, text.length + 2 * Long.BYTES, record.previous().length);
        return content;
    }
}
