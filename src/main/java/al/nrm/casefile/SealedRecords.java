package al.nrm.casefile;

import al.nrm.language.Words;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.springframework.stereotype.Component;

/**
 * Seals the rows of comments and attachments, and of the engine's log of operations leaves that there was one and not what
 * it said.
 */
@Component
class SealedRecords {

    private static final Runnable NOTHING_TO_RESTORE = () -> {};

    /** The width of the column that takes an attachment's name, description, type and address together. */
    private static final int DESCRIPTION_COLUMN = 4000;

    private final CaseSeals seals;
    private final CaseAtHand cases;

    SealedRecords(CaseSeals seals, CaseAtHand cases) {
        this.seals = seals;
        this.cases = cases;
    }

    /**
     * Makes of a row that is about to be written what the database may see.
     *
     * @return what puts the plain row back, with which the engine goes on working
     */
    Runnable seal(Object row) {
        if (row instanceof CommentEntity comment) {
            return sealComment(comment);
        }
        if (row instanceof AttachmentEntity attachment) {
            return sealAttachment(attachment);
        }
        if (row instanceof ByteArrayEntity content && isOfAttachment(content)) {
            byte[] plain = content.getBytes();
            content.setBytes(seals.seal(cases.of(content.getRootProcessInstanceId()), nameOf(content), plain));
            return () -> content.setBytes(plain);
        }
        if (row instanceof UserOperationLogEntryEventEntity entry && isAboutRecord(entry)) {
            entry.setOrgValue(null);
            entry.setNewValue(null);
        }
        return NOTHING_TO_RESTORE;
    }

    /** Gives a row that was read its plain content; one that does not open is refused. */
    void open(Object row) {
        if (row instanceof CommentEntity comment) {
            PackedFields plain = open(comment.getRootProcessInstanceId(), nameOf(comment), comment.getFullMessage());
            comment.setMessage(plain.getTextValue());
            comment.setFullMessage(plain.getTextValue2());
        } else if (row instanceof AttachmentEntity attachment) {
            String name = nameOf(attachment);
            PackedFields plain = open(attachment.getRootProcessInstanceId(), name, attachment.getDescription());
            PackedFields place = PackedFields.unpack(name, plain.getByteArrayValue());
            show(attachment, plain.getTextValue(), plain.getTextValue2(), place.getTextValue(), place.getTextValue2());
        } else if (row instanceof ByteArrayEntity content && isOfAttachment(content)) {
            String number = cases.of(content.getRootProcessInstanceId());
            content.setBytes(seals.open(number, nameOf(content), content.getBytes()));
        }
    }

    private Runnable sealComment(CommentEntity comment) {
        String message = comment.getMessage();
        String fullMessage = comment.getFullMessage();
        PackedFields plain = new PackedFields(nameOf(comment));
        plain.setTextValue(message);
        plain.setTextValue2(fullMessage);
        comment.setMessage((String) null);
        comment.setFullMessage(seal(comment.getRootProcessInstanceId(), plain));
        return () -> {
            comment.setMessage(message);
            comment.setFullMessage(fullMessage);
        };
    }

    private Runnable sealAttachment(AttachmentEntity attachment) {
        String name = attachment.getName();
        String description = attachment.getDescription();
        String type = attachment.getType();
        String url = attachment.getUrl();
        PackedFields place = new PackedFields(nameOf(attachment));
        place.setTextValue(type);
        place.setTextValue2(url);
        PackedFields plain = new PackedFields(nameOf(attachment));
        plain.setTextValue(name);
        plain.setTextValue2(description);
        plain.setByteArrayValue(place.pack());
        String sealed = seal(attachment.getRootProcessInstanceId(), plain);
        if (sealed.length() > DESCRIPTION_COLUMN) {
            throw new BadUserRequestException(Words.say("the file's name and description are too long"));
        }
        show(attachment, null, sealed, null, null);
        return () -> show(attachment, name, description, type, url);
    }

    private static void show(AttachmentEntity attachment, String name, String description, String type, String url) {
        attachment.setName(name);
        attachment.setDescription(description);
        attachment.setType(type);
        attachment.setUrl(url);
    }

    private String seal(String instance, PackedFields plain) {
        return SealedText.of(seals.seal(cases.of(instance), plain.getName(), plain.pack()));
    }

    private PackedFields open(String instance, String name, String stored) {
        return PackedFields.unpack(name, seals.open(cases.of(instance), name, SealedText.bytes(stored)));
    }

    /** Of all bytes in the history, an attachment's alone have no name. */
    private static boolean isOfAttachment(ByteArrayEntity content) {
        return content.getName() == null
                && Integer.valueOf(ResourceTypes.HISTORY.getValue()).equals(content.getType());
    }

    private static boolean isAboutRecord(UserOperationLogEntryEventEntity entry) {
        return EntityTypes.ATTACHMENT.equals(entry.getEntityType())
                || EntityTypes.COMMENT.equals(entry.getEntityType());
    }

    private static String nameOf(CommentEntity comment) {
        return "comment " + comment.getId();
    }

    private static String nameOf(AttachmentEntity attachment) {
        return "attachment " + attachment.getId();
    }

    private static String nameOf(ByteArrayEntity content) {
        return "content " + content.getId();
    }
}
