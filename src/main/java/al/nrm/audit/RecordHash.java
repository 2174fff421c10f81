package al.nrm.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash of a record: SHA-256 over all its columns, each text with its length before it, so that no two records share an
 * encoding. It keeps its buffer and belongs to one thread.
 */
final class RecordHash {

    /** What the first record of a chain has as the hash before it. */
    static final byte[] NONE = new byte[32];

    private static final byte VERSION = 1;
    private static final int NULL = -1;

    private final MessageDigest sha256 = sha256();
    private ByteBuffer buffer = ByteBuffer.allocate(4096);

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    byte[] of(String chain, long sequence, Entry entry, byte[] previous) {
        buffer.clear();
        buffer.put(VERSION).put(previous).putLong(sequence).putLong(entry.at().toEpochMilli());
        put(chain);
        put(entry.kind());
        put(entry.worker());
        put(entry.subject());
        put(entry.caseNumber());
        put(entry.details());
        sha256.update(buffer.array(), 0, buffer.position());
        return sha256.digest();
    }

    private void put(String text) {
        if (text == null) {
            room(Integer.BYTES).putInt(NULL);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    }

    private ByteBuffer room(int needed) {
        if (buffer.remaining() < needed) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (buffer.position() + needed));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }
}
