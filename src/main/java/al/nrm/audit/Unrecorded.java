package al.nrm.audit;

/** What may not happen unseen could not be recorded; it does not say what it was. */
class Unrecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unrecorded(Throwable cause) {
        super("The trail took no record", cause);
    }
}
