package al.nrm.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;

/**
 * What a deployment's upload says beside its files, read by the engine's own parser: nothing that puts it off, cuts it
 * down or hides it in a tenant, and no file that the engine would lose for another of the same name.
 */
final class DeploymentForm {

    private static final Set<String> TEXTS =
            Set.of("deployment-name", "deployment-source", "enable-duplicate-filtering");

    /** Read by the engine wherever they stand, even as the name of a file's field. */
    private static final Set<String> CLOSED = Set.of("deployment-activation-time", "deploy-changed-only", "tenant-id");

    private static final String FORM = "deployment: [upload] ";

    private DeploymentForm() {}

    static List<String> findings(String contentType, byte[] body) {
        List<String> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new Upload(contentType, body));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                String field = String.valueOf(part.getFieldName());
                if (CLOSED.contains(field) || part.isFormField() && !TEXTS.contains(field)) {
                    findings.add(FORM + field + ": a deployment has no such field here");
                }
                if (!seen.add("field " + field)) {
                    findings.add(FORM + field + ": stands there twice, and one of the two would be lost");
                } else if (!part.isFormField() && !seen.add("file " + part.getName())) {
                    findings.add(FORM + part.getName() + ": is sent twice, and one of the two would be lost");
                }
            }
        } catch (FileUploadException | IOException | RuntimeException broken) {
            findings.add(FORM + "form: cannot be read as a form with files");
        }
        return findings;
    }

    private record Upload(String getContentType, byte[] body) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return null;
        }

        @Override
        @SuppressWarnings("deprecation")
        public int getContentLength() {
            return body.length;
        }

        @Override
        public long contentLength() {
            return body.length;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
