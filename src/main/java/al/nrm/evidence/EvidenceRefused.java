package al.nrm.evidence;

/** Names what stands in the way of a file, in the reader's language, and never repeats what was sent. */
final class EvidenceRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    EvidenceRefused(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /**
     * @param field the field of the upload that stands in the way
     */
    EvidenceRefused(int status, String field, String why) {
        this(status, field + ": " + why);
    }

    int status() {
        return status;
    }
}
