package al.nrm.evidence;

import al.nrm.language.Words;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Attaches a file to a task for its assignee and nobody else, judged and scanned before it is kept; takes it away for whoever brought it. */
@Component
class BringFile {

    private final TaskService tasks;
    private final AttachedFiles files;
    private final RecogniseFile recognise;
    private final ScanFile scan;
    private final FileMemory memory;
    private final NoFiles noFiles;
    private final TransactionTemplate transaction;

    BringFile(
            TaskService tasks,
            AttachedFiles files,
            RecogniseFile recognise,
            ScanFile scan,
            FileMemory memory,
            NoFiles noFiles,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.files = files;
        this.recognise = recognise;
        this.scan = scan;
        this.memory = memory;
        this.noFiles = noFiles;
        this.transaction = transaction;
    }

    Attachment attach(String task, String caller, HttpServletRequest request) throws IOException, ServletException {
        requireWorker(task, caller);
        noFiles.check(task);
        return memory.with(request.getContentLengthLong(), () -> {
            UploadedFile file = UploadForm.read(request);
            String type = recognise.type(file.fileName(), file.content());
            return keep(task, caller, file, type, scan.scan(file.content()));
        });
    }

    private Attachment keep(String task, String caller, UploadedFile file, String type, ScanState state) {
        return transaction.execute(status -> {
            // An upload takes its time, and the task may have changed hands meanwhile.
            requireWorker(task, caller);
            String caseNumber = (String) tasks.getVariable(task, "caseNumber");
            Attachment attachment = tasks.createAttachment(
                    type, task, null, file.name(), file.description(), new ByteArrayInputStream(file.content()));
            files.add(new AttachedFiles.Facts(
                    attachment.getId(), task, caseNumber, state, file.content().length, caller));
            return attachment;
        });
    }

    /** A file of the wrong person must not stay; what one has brought oneself goes while the task is one's own. */
    void remove(String task, String file, String caller) {
        requireWorker(task, caller);
        AttachedFiles.Facts facts = files.ofTask(task).get(file);
        if (facts == null) {
            throw new EvidenceRefused(HttpServletResponse.SC_NOT_FOUND, Words.say("This task has no such file"));
        }
        if (!facts.attachedBy().equals(caller)) {
            throw new EvidenceRefused(
                    HttpServletResponse.SC_FORBIDDEN, Words.say("A file is removed by the person who attached it"));
        }
        transaction.executeWithoutResult(status -> {
            tasks.deleteTaskAttachment(task, file);
            files.remove(facts);
        });
    }

    private void requireWorker(String id, String caller) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            throw new EvidenceRefused(HttpServletResponse.SC_NOT_FOUND, Words.say("This task is no longer open"));
        }
        if (!caller.equals(task.getAssignee())) {
            throw new EvidenceRefused(
                    HttpServletResponse.SC_FORBIDDEN,
                    Words.say("Files are attached and removed by the person who has claimed the task"));
        }
    }
}
