package al.nrm.evidence;

import al.nrm.language.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;

/** Reads the engine's own upload form, one file and its texts, into memory and never onto a disk. */
final class UploadForm {

    static final String CONTENT = "content";
    static final String NAME = "attachment-name";
    static final String DESCRIPTION = "attachment-description";
    static final int LARGEST_FILE = 20 * 1024 * 1024;

    /** The file and all that stands around it. */
    static final int LARGEST_REQUEST = LARGEST_FILE + 64 * 1024;

    private static final String LINK = "url";

    /** Taken for the sake of other programs; what a file is, its bytes say. */
    private static final String TYPE = "attachment-type";

    private static final int LONGEST_TEXT = 4096;

    private final Map<String, String> texts = new HashMap<>();
    private String fileName;
    private byte[] content;

    private UploadForm() {}

    static UploadedFile read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST_REQUEST) {
            throw tooLarge();
        }
        FileUpload upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        UploadForm form = new UploadForm();
        try {
            FileItemIterator parts = upload.getItemIterator(new Sent(request));
            while (parts.hasNext()) {
                form.take(parts.next());
            }
        } catch (FileUploadException | IllegalArgumentException broken) {
            throw refused(CONTENT, Words.say("the request cannot be read as a form with a file"));
        }
        if (form.content == null) {
            throw refused(CONTENT, Words.say("a file with its name is expected"));
        }
        return UploadedFile.of(form.fileName, form.content, form.texts.get(NAME), form.texts.get(DESCRIPTION));
    }

    private void take(FileItemStream part) throws IOException {
        String field = Objects.requireNonNullElse(part.getFieldName(), "");
        if (!Set.of(CONTENT, NAME, DESCRIPTION, TYPE, LINK).contains(field)) {
            throw refused(CONTENT, Words.say("the form has a field that an upload of a file has not"));
        }
        if (field.equals(LINK)) {
            throw refused(LINK, Words.say("a link is no evidence; send the file itself"));
        }
        if (texts.containsKey(field) || field.equals(CONTENT) && content != null) {
            throw refused(field, Words.say("stands there twice; one file is sent at a time"));
        }
        try (InputStream sent = part.openStream()) {
            if (field.equals(CONTENT)) {
                takeFile(part, sent);
            } else {
                texts.put(field, new String(sent.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8));
            }
        }
    }

    private void takeFile(FileItemStream part, InputStream sent) throws IOException {
        fileName = part.getName();
        if (part.isFormField() || fileName == null) {
            throw refused(CONTENT, Words.say("a file with its name is expected"));
        }
        content = sent.readNBytes(LARGEST_FILE + 1);
        if (content.length > LARGEST_FILE) {
            throw tooLarge();
        }
        if (content.length == 0) {
            throw refused(CONTENT, Words.say("the file is empty"));
        }
    }

    private static EvidenceRefused refused(String field, String why) {
        return new EvidenceRefused(HttpServletResponse.SC_BAD_REQUEST, field, why);
    }

    private static EvidenceRefused tooLarge() {
        return new EvidenceRefused(
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                CONTENT,
                Words.say("the file is larger than %d MiB", LARGEST_FILE / 1024 / 1024));
    }

    private record Sent(HttpServletRequest request) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return null;
        }

        @Override
        public String getContentType() {
            return request.getContentType();
        }

        @Override
        @SuppressWarnings("deprecation")
        public int getContentLength() {
            return request.getContentLength();
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return request.getInputStream();
        }
    }
}
