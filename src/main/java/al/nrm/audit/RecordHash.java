package al.nrm.audit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The hash of a record: SHA-256 over all its columns, each text with its length before it, so that no two records share an
 * encoding. It keeps its buffers, because a trail is verified as fast as it is encoded, and belongs to one thread.
 */
final class RecordHash {

    /** What the first record of a chain has as the hash before it. */
    static final byte[] NONE = new byte[32];

    private static final byte VERSION = 1;
    private static final int NULL = -1;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest sha256 = sha256();
    private final byte[] hash = new byte[NONE.length];
    private byte[] buffer = new byte[4096];
    private int length;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    byte[] of(String chain, long sequence, Entry entry, byte[] previous) {
        compute(chain, sequence, entry, previous);
        return hash.clone();
    }

    boolean matches(byte[] expected, String chain, long sequence, Entry entry, byte[] previous) {
        compute(chain, sequence, entry, previous);
        return Arrays.equals(hash, expected);
    }

    private void compute(String chain, long sequence, Entry entry, byte[] previous) {
        length = 0;
        room(Integer.BYTES + 2 * Long.BYTES + 1);
        buffer[length++] = VERSION;
        putLong(sequence);
        putLong(entry.at().toEpochMilli());
        put(previous);
        put(chain);
        put(entry.kind());
        put(entry.worker());
        put(entry.subject());
        put(entry.caseNumber());
        put(entry.details());
        try {
            sha256.update(buffer, 0, length);
            sha256.digest(hash, 0, hash.length);
        } catch (DigestException bufferIsLongEnough) {
            throw new IllegalStateException(bufferIsLongEnough);
        }
    }

    private void put(String text) {
        if (text == null) {
            room(Integer.BYTES);
            putInt(NULL);
        } else {
            put(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void put(byte[] bytes) {
        room(Integer.BYTES + bytes.length);
        putInt(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void putInt(int number) {
        INT.set(buffer, length, number);
        length += Integer.BYTES;
    }

    private void putLong(long number) {
        LONG.set(buffer, length, number);
        length += Long.BYTES;
    }

    private void room(int needed) {
        if (buffer.length - length < needed) {
            buffer = Arrays.copyOf(buffer, 2 * (length + needed));
        }
    }
}
