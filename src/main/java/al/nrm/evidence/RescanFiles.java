package al.nrm.evidence;

import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has every file that is still unjudged scanned as soon as there is a scanner that answers. */
@Component
class RescanFiles {

    private static final Logger LOG = LoggerFactory.getLogger(RescanFiles.class);
    private static final int AT_A_TIME = 200;

    private final AttachedFiles files;
    private final TaskService tasks;
    private final ScanFile scan;
    private final TransactionTemplate transaction;

    RescanFiles(AttachedFiles files, TaskService tasks, ScanFile scan, TransactionTemplate transaction) {
        this.files = files;
        this.tasks = tasks;
        this.scan = scan;
        this.transaction = transaction;
    }

    /**
     * Looked at in turn, so that a file which cannot be read or scanned holds up no other; a scanner that does not answer is
     * left alone until the next look.
     */
    @Scheduled(fixedDelayString = "${nrm.scan.every:PT1M}")
    void scanAgain() {
        if (!scan.isOn()) {
            return;
        }
        for (AttachedFiles.Facts file : files.unjudged(AT_A_TIME)) {
            byte[] content = content(file.id());
            ScanState state = content == null ? ScanState.WAITING : scan.scan(content);
            transaction.executeWithoutResult(status -> files.judged(file, state));
            if (content != null && state == ScanState.WAITING) {
                return;
            }
        }
    }

    /** Null where it is not there any more, or its key is not. */
    private byte[] content(String file) {
        try (InputStream content = tasks.getAttachmentContent(file)) {
            return content == null ? null : content.readAllBytes();
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn(
                    "The file {} cannot be read for the scanner: {}",
                    file,
                    unreadable.getClass().getSimpleName());
            return null;
        }
    }
}
