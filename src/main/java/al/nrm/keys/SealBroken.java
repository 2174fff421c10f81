package al.nrm.keys;

/** Something stored is not what was sealed for this case under this name; says where, and never what it is. */
public class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String message) {
        super(message);
    }
}
