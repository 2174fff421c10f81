package al.nrm.evidence;

import al.nrm.language.Words;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** An eighth of the memory for files on their way in or out, so that many large ones at once leave the server standing. */
@Component
class FileMemory {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int PART = 8;

    private final Semaphore mebibytes = new Semaphore(
            (int) Math.max(Runtime.getRuntime().maxMemory() / PART, UploadForm.LARGEST_REQUEST) / MEBIBYTE + 1);

    /**
     * Does what needs room for a file.
     *
     * @param bytes less than nothing where the sender does not say
     * @throws EvidenceRefused where too many files are on their way
     */
    <T> T with(long bytes, Work<T> work) throws IOException, ServletException {
        long most = bytes < 0 ? UploadForm.LARGEST_REQUEST : Math.min(bytes, UploadForm.LARGEST_REQUEST);
        int needed = (int) (most / MEBIBYTE) + 1;
        if (!mebibytes.tryAcquire(needed)) {
            throw new EvidenceRefused(
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    Words.say("Many files are being sent at this moment; try again in a minute"));
        }
        try {
            return work.done();
        } finally {
            mebibytes.release(needed);
        }
    }

    /** What is done while there is room for it. */
    interface Work<T> {

        T done() throws IOException, ServletException;
    }
}
