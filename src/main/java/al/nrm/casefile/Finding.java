package al.nrm.casefile;

/** Says in words what is wrong with one field's content, without that content. */
final class Finding extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Finding(String words) {
        super(words, null, false, false);
    }
}
