package al.nrm.evidence;

import al.nrm.language.Words;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Attachment;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets the engine answer with a file that may leave, as a download that no browser shows, guesses at or keeps. */
@Component
class HandOutFile {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final TaskService tasks;
    private final AttachedFiles files;
    private final ScanFile scan;
    private final FileMemory memory;

    HandOutFile(TaskService tasks, AttachedFiles files, ScanFile scan, FileMemory memory) {
        this.tasks = tasks;
        this.files = files;
        this.scan = scan;
        this.memory = memory;
    }

    void send(String task, String file, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Attachment attachment = tasks.getTaskAttachment(task, file);
        if (attachment == null) {
            throw new EvidenceRefused(HttpServletResponse.SC_NOT_FOUND, Words.say("This task has no such file"));
        }
        AttachedFiles.Facts facts = files.ofTask(task).get(file);
        // What was attached before there was this door, nobody has looked into.
        ScanState state = facts == null ? ScanState.UNSCANNED : facts.state();
        if (!state.isHandedOut(scan)) {
            throw new EvidenceRefused(
                    HttpServletResponse.SC_CONFLICT,
                    state == ScanState.QUARANTINED
                            ? Words.say("The virus scanner found something in this file; it is handed out to nobody")
                            : Words.say("The virus scanner has not looked into this file yet; try again later"));
        }
        memory.with(facts == null ? -1 : facts.bytes(), () -> {
            asDownload(attachment, response);
            chain.doFilter(request, response);
            return attachment;
        });
    }

    private static void asDownload(Attachment attachment, HttpServletResponse response) {
        ContentDisposition download = ContentDisposition.attachment()
                .filename(nameWithEnding(attachment), StandardCharsets.UTF_8)
                .build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, download.toString());
        response.setHeader("Content-Security-Policy", NOTHING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** A file called "Photo of the passport" is no use to who opens it, and "list.exe" would be one to be feared. */
    private static String nameWithEnding(Attachment attachment) {
        String name = Objects.requireNonNullElse(attachment.getName(), attachment.getId());
        return Optional.ofNullable(attachment.getType())
                .flatMap(FileKind::ofType)
                .filter(kind -> !kind.isEndingOf(name))
                .map(kind -> name + "." + kind.ending())
                .orElse(name);
    }
}
