package al.nrm.evidence;

import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has every file that is still unjudged scanned as soon as there is a scanner that answers. */
@Component
class RescanFiles {

    private static final Logger LOG = LoggerFactory.getLogger(RescanFiles.class);
    private static final int AT_A_TIME = 50;

    private final AttachedFiles files;
    private final TaskService tasks;
    private final ScanFile scan;

    RescanFiles(AttachedFiles files, TaskService tasks, ScanFile scan) {
        this.files = files;
        this.tasks = tasks;
        this.scan = scan;
    }

    /** Whatever is not judged goes to the end of the line, so that one file which cannot be read or scanned holds up no other. */
    @Scheduled(fixedDelayString = "${nrm.scan.every:PT1M}")
    void scanAgain() {
        if (!scan.isOn()) {
            return;
        }
        for (String file : files.unjudged(AT_A_TIME)) {
            files.judged(file, judge(file));
        }
    }

    private ScanState judge(String file) {
        try (InputStream content = tasks.getAttachmentContent(file)) {
            return content == null ? ScanState.WAITING : scan.scan(content.readAllBytes());
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn(
                    "The file {} cannot be scanned: {}",
                    file,
                    unreadable.getClass().getSimpleName());
            return ScanState.WAITING;
        }
    }
}
