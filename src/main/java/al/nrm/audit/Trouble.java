package al.nrm.audit;

/**
 * What is wrong, and with which record first.
 *
 * @param record the number of the record in its chain; 0 where it is the chain as a whole or something beside it
 */
public record Trouble(Kind kind, String chain, long record, String sentence) {

    /** What was done to it. */
    public enum Kind {
        CHANGED,
        REMOVED,
        INSERTED,
        REORDERED,
        CUT_OFF,
        HEAD_CHANGED,
        SEAL_BROKEN,
        UNRECORDED,
        HISTORY_CHANGED
    }

    static Trouble of(Kind kind, String chain, long record, String sentence) {
        return new Trouble(kind, chain, record, "Chain %s, record %d: %s.".formatted(chain, record, sentence));
    }
}
