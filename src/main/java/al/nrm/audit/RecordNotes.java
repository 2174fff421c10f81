package al.nrm.audit;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Tells the trail of comments and attachments, of which the engine writes no history event: their ids alone, because a digest
 * of a short text gives the text away to whoever tries, even when the key of its case is gone.
 */
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
            tell(COMMENT_ADDED, comment.getId(), comment.getTaskId(), comment.getProcessInstanceId());
        } else if (command instanceof CreateAttachmentCmd && done instanceof AttachmentEntity attachment) {
            tell("attachment.added", attachment.getId(), attachment.getTaskId(), attachment.getProcessInstanceId());
        }
        return done;
    }

    private void tell(String kind, String id, String task, String process) {
        TaskEntity of = task == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(task);
        Map<String, String> details = task == null ? Map.of() : Map.of("task", task);
        trail.tell(
                new Happening(null, kind, id, details),
                of == null ? process : of.getProcessInstanceId(),
                Context.getCommandContext().getAuthenticatedUserId(),
                Map.of());
    }
}
