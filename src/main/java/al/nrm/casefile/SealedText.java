package al.nrm.casefile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Sealed bytes in a column of text; a text that is none comes back empty, for the seal to refuse without repeating it. */
final class SealedText {

    private SealedText() {}

    static String of(byte[] sealed) {
        return Base64.getEncoder().encodeToString(sealed);
    }

    static byte[] bytes(String text) {
        try {
            return text == null ? new byte[0] : Base64.getDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException plain) {
            return new byte[0];
        }
    }
}
