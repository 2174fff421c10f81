package al.nrm.returns;

import org.springframework.http.HttpStatus;

/** Says which field of a message stands in its way, and never what stood in it. */
final class MessageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    MessageRefused(HttpStatus status, String field, String why) {
        super(field + ": " + why);
        this.status = status;
    }

    MessageRefused(MessageField field, String why) {
        this(HttpStatus.BAD_REQUEST, field.key(), why);
    }

    HttpStatus status() {
        return status;
    }
}
