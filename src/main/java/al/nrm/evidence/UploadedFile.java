package al.nrm.evidence;

import al.nrm.language.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** A file as its sender names it: in letters that can be seen, with no path and nothing that misleads the reader. */
record UploadedFile(String name, String description, String fileName, byte[] content) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 500;

    /** Control signs, invisible ones, those that turn the direction of writing, and what is no letter of any script. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private static final Pattern PATH = Pattern.compile("[/\\\\:*?\"<>|]|^\\.");

    /**
     * @param name what the sender calls the file; null where its own name is enough
     */
    static UploadedFile of(String fileName, byte[] content, String name, String description) {
        String own = name(UploadForm.CONTENT, fileName);
        return new UploadedFile(
                name == null || name.isBlank() ? own : name(UploadForm.NAME, name),
                description == null ? null : description(description),
                own,
                content);
    }

    private static String name(String field, String text) {
        String name = readable(field, text, LONGEST_NAME);
        if (name.isEmpty() || PATH.matcher(name).find()) {
            throw refused(field, Words.say("is no plain name of a file"));
        }
        return name;
    }

    private static String description(String text) {
        String oneLine = text.replaceAll("[\\r\\n\\t]+", " ");
        return readable(UploadForm.DESCRIPTION, oneLine, LONGEST_DESCRIPTION);
    }

    private static String readable(String field, String text, int longest) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (plain.length() > longest) {
            throw refused(field, Words.say("is longer than %d characters", longest));
        }
        if (UNREADABLE.matcher(plain).find()) {
            throw refused(field, Words.say("has characters that cannot be seen"));
        }
        return plain;
    }

    private static EvidenceRefused refused(String field, String why) {
        return new EvidenceRefused(HttpServletResponse.SC_BAD_REQUEST, field, why);
    }
}
