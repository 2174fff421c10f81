package al.nrm.online;

import org.springframework.http.HttpStatus;

/** Says what is wrong with a batch as a whole, in the sender's language, and never repeats what was sent. */
final class BatchRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    BatchRefused(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
