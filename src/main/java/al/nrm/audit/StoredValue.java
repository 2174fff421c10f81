package al.nrm.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The digest of a value as the database keeps it, ciphertext where it is encrypted, so that a later change shows. */
final class StoredValue {

    private StoredValue() {}

    static String digest(String type, String text, String text2, Long number, Double fraction, byte[] bytes) {
        MessageDigest sha256 = RecordHash.sha256();
        add(sha256, utf8(type));
        add(sha256, utf8(text));
        add(sha256, utf8(text2));
        add(sha256, number == null ? null : eight(number));
        add(sha256, fraction == null ? null : eight(Double.doubleToLongBits(fraction)));
        add(sha256, bytes);
        return HexFormat.of().formatHex(sha256.digest());
    }

    static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(RecordHash.sha256().digest(bytes));
    }

    private static void add(MessageDigest sha256, byte[] part) {
        sha256.update(eight(part == null ? -1 : part.length));
        if (part != null) {
            sha256.update(part);
        }
    }

    private static byte[] utf8(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] eight(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
