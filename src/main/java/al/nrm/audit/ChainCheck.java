package al.nrm.audit;

import al.nrm.audit.Trouble.Kind;
import java.util.Arrays;
import java.util.Optional;

/** Follows one chain from its first record to its head and stops at the first that is not as it was written. */
final class ChainCheck {

    private final String chain;
    private final RecordHash hashes;
    private final Diagnosis diagnosis;
    private long last;
    private byte[] lastHash = RecordHash.NONE;
    private Trouble trouble;

    ChainCheck(String chain, RecordHash hashes, Diagnosis diagnosis) {
        this.chain = chain;
        this.hashes = hashes;
        this.diagnosis = diagnosis;
    }

    void follow(StoredRecord record) {
        if (trouble != null) {
            return;
        }
        long expected = last + 1;
        if (record.sequence() != expected) {
            trouble = diagnosis.gap(expected, record);
        } else if (!record.isWhole(hashes)) {
            trouble = diagnosis.unwhole(record);
        } else if (!Arrays.equals(record.previous(), lastHash)) {
            trouble = diagnosis.torn(record);
        }
        last = record.sequence();
        lastHash = record.hash();
    }

    /** The chain's trouble, if any, once its last record was followed. */
    Optional<Trouble> end(Chains.Head head) {
        if (trouble != null) {
            return Optional.of(trouble);
        } else if (head == null) {
            return Optional.of(Trouble.of(Kind.HEAD_CHANGED, chain, last, "the chain's head was removed"));
        } else if (head.sequence() > last) {
            return Optional.of(
                    Trouble.of(Kind.CUT_OFF, chain, last + 1, "the end was cut off, up to record " + head.sequence()));
        } else if (head.sequence() < last) {
            return Optional.of(
                    Trouble.of(Kind.INSERTED, chain, head.sequence() + 1, "inserted behind the chain's end"));
        } else if (!Arrays.equals(head.hash(), lastHash)) {
            return Optional.of(Trouble.of(Kind.HEAD_CHANGED, chain, last, "the head names another hash"));
        }
        return Optional.empty();
    }
}
