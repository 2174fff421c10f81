package al.nrm.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Tells the trail of comments and attachments, of which the engine writes no history event: their ids and digests only. */
class RecordNotes extends CommandInterceptor {

    static final String COMMENT_ADDED = "comment.added";

    private final Trail trail;

    RecordNotes(Trail trail) {
        this.trail = trail;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T done = next.execute(command);
        if (command instanceof AddCommentCmd && done instanceof CommentEntity comment) {
            tell(COMMENT_ADDED, comment.getId(), comment.getTaskId(), comment.getProcessInstanceId(), bytes(comment));
        } else if (command instanceof CreateAttachmentCmd && done instanceof AttachmentEntity attachment) {
            tell(
                    "attachment.added",
                    attachment.getId(),
                    attachment.getTaskId(),
                    attachment.getProcessInstanceId(),
                    bytes(attachment));
        }
        return done;
    }

    private void tell(String kind, String id, String task, String process, byte[] content) {
        TaskEntity of = task == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(task);
        Map<String, String> details = task == null
                ? Map.of("digest", StoredValue.digest(content))
                : Map.of("digest", StoredValue.digest(content), "task", task);
        trail.tell(
                new Happening(null, kind, id, details),
                of == null ? process : of.getProcessInstanceId(),
                Context.getCommandContext().getAuthenticatedUserId(),
                Map.of());
    }

    private static byte[] bytes(CommentEntity comment) {
        byte[] stored = comment.getFullMessageBytes();
        return stored == null ? comment.getMessage().getBytes(StandardCharsets.UTF_8) : stored;
    }

    private static byte[] bytes(AttachmentEntity attachment) {
        ByteArrayEntity content = attachment.getContent();
        return content == null || content.getBytes() == null ? new byte[0] : content.getBytes();
    }
}
