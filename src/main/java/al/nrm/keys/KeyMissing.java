package al.nrm.keys;

/** A key is needed that is not there or has been destroyed; says whose, and never what it would have opened. */
public class KeyMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyMissing(String message) {
        super(message);
    }
}
