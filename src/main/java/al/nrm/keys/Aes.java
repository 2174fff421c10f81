package al.nrm.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM of the JDK with a fresh random nonce before each ciphertext; what it is about is bound in, not stored. */
final class Aes {

    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Aes() {}

    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** The nonce and the ciphertext with its tag, after as many free bytes as the caller wants in front. */
    static byte[] encrypt(byte[] key, byte[] about, byte[] plain, int free) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = new byte[free + NONCE_BYTES + plain.length + TAG_BITS / Byte.SIZE];
        System.arraycopy(nonce, 0, sealed, free, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, about).doFinal(plain, 0, plain.length, sealed, free + NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-256-GCM", e);
        }
    }

    /**
     * The plain bytes of what stands behind {@code free} bytes.
     *
     * @throws GeneralSecurityException where key, content or what it is about is not that of the encryption
     */
    static byte[] decrypt(byte[] key, byte[] about, byte[] sealed, int free) throws GeneralSecurityException {
        int start = free + NONCE_BYTES;
        if (sealed.length < start + TAG_BITS / Byte.SIZE) {
            throw new GeneralSecurityException("cut off");
        }
        return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(sealed, free, start), about)
                .doFinal(sealed, start, sealed.length - start);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about);
        return cipher;
    }
}
