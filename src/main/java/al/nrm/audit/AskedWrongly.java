package al.nrm.audit;

import org.springframework.http.HttpStatus;

/** What was asked for cannot be looked for; the message names the field and says why, in the caller's language. */
class AskedWrongly extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    AskedWrongly(HttpStatus status, String field, String sentence) {
        super(field + ": " + sentence);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
