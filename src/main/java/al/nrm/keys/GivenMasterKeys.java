package al.nrm.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Master keys written down as {@code id:base64}, one a line; the first wraps, the others only unwrap. */
class GivenMasterKeys implements MasterKeys {

    /** Of 32 random bytes some 30 differ; a key that somebody thought up does not come near. */
    private static final int LEAST_DIFFERENT = 16;

    private final Map<String, byte[]> keys = new LinkedHashMap<>();

    /**
     * Reads the keys.
     *
     * @throws IllegalArgumentException in a plain sentence without any of them
     */
    GivenMasterKeys(String lines) {
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::read);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no master key");
        }
    }

    static String newLine(String id) {
        return id + ":" + Base64.getEncoder().encodeToString(Aes.newKey());
    }

    private void read(String line) {
        int colon = line.indexOf(':');
        String id = line.substring(0, Math.max(colon, 0));
        if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "a master key is written id:base64, the id of letters, digits and . _ -");
        }
        if (keys.putIfAbsent(id, decode(id, line.substring(colon + 1).strip())) != null) {
            throw new IllegalArgumentException("two master keys are called '" + id + "'");
        }
    }

    private static byte[] decode(String id, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            // its message would repeat a part of the key
            throw new IllegalArgumentException("master key '" + id + "' is not base64");
        }
        if (key.length != Aes.KEY_BYTES) {
            throw new IllegalArgumentException("master key '%s' has not %d bytes".formatted(id, Aes.KEY_BYTES));
        }
        if (different(key) < LEAST_DIFFERENT) {
            throw new IllegalArgumentException("master key '" + id + "' was not drawn at random");
        }
        return key;
    }

    private static long different(byte[] key) {
        return new String(key, StandardCharsets.ISO_8859_1).chars().distinct().count();
    }

    @Override
    public String current() {
        return keys.keySet().iterator().next();
    }

    @Override
    public byte[] wrap(byte[] key, String about) {
        return Aes.encrypt(keys.get(current()), about.getBytes(StandardCharsets.UTF_8), key, 0);
    }

    @Override
    public byte[] unwrap(String masterKey, byte[] wrapped, String about) {
        byte[] master = keys.get(masterKey);
        if (master == null) {
            throw new KeyMissing("Master key '" + masterKey + "' is not given");
        }
        try {
            return Aes.decrypt(master, about.getBytes(StandardCharsets.UTF_8), wrapped, 0);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Master key '%s' does not open the key of %s".formatted(masterKey, about));
        }
    }
}
