package al.nrm.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what a case says under the case's own key, which lies elsewhere and can be destroyed; what was sealed opens for the
 * same case under the same name only.
 */
public class CaseKeys {

    private static final Logger LOG = LoggerFactory.getLogger(CaseKeys.class);

    /** The form of the sealed bytes: this byte, the key's id, then nonce and ciphertext. */
    private static final byte FORM = 1;

    private static final int HEAD = 1 + 2 * Long.BYTES;

    /** How long another node goes on opening what a key opened that has been destroyed here. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Key(UUID id, byte[] bytes) {}

    private final KeyStore store;
    private final MasterKeys masters;
    private final Cache<String, Key> opened = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    CaseKeys(KeyStore store, MasterKeys masters) {
        this.store = store;
        this.masters = masters;
    }

    /**
     * Seals something of a case; the case's key is made at its first use.
     *
     * @param name what it is in the case, such as a variable's name
     * @throws KeyMissing where the case's key has been destroyed or its master key is not given
     */
    public byte[] seal(String caseNumber, String name, byte[] plain) {
        return seal(caseNumber, name, plain, () -> false);
    }

    /**
     * Seals something of a case that may have been sealed before: then its key must be there, because a second one would hide
     * that the first is lost.
     *
     * @param sealedBefore whether something of the case lies sealed; asked only where the case has no key
     * @throws KeyMissing as the other, and where the key is lost
     */
    public byte[] seal(String caseNumber, String name, byte[] plain, BooleanSupplier sealedBefore) {
        String owner = ofCase(caseNumber);
        Key key = opened.get(owner, unopened -> {
            if (store.find(owner).isEmpty() && sealedBefore.getAsBoolean()) {
                throw new KeyMissing("The key of " + owner + " is lost: the key store is older than what it sealed");
            }
            return findOrMake(owner);
        });
        byte[] sealed = Aes.encrypt(key.bytes(), about(caseNumber, name), plain, HEAD);
        ByteBuffer.wrap(sealed)
                .put(FORM)
                .putLong(key.id().getMostSignificantBits())
                .putLong(key.id().getLeastSignificantBits());
        return sealed;
    }

    /**
     * Opens what was sealed for the same case under the same name.
     *
     * @throws KeyMissing where the case's key is not there, has been destroyed or its master key is not given
     * @throws SealBroken where it was not sealed so, or has been changed since
     */
    public byte[] open(String caseNumber, String name, byte[] sealed) {
        Key key = opened.get(ofCase(caseNumber), this::find);
        try {
            if (!isSealedWith(key.id(), sealed)) {
                throw new GeneralSecurityException("another key");
            }
            return Aes.decrypt(key.bytes(), about(caseNumber, name), sealed, HEAD);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("What is stored as '%s' was not sealed so for case %s".formatted(name, caseNumber));
        }
    }

    /**
     * A value's fingerprint (HMAC-SHA256), which nobody can compute or try out without the key store.
     *
     * @param purpose each has a secret of its own
     */
    public byte[] fingerprint(String purpose, byte[] value) {
        Key secret = opened.get("purpose " + purpose, this::findOrMake);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    /**
     * Destroys a case's key for good: here nothing of the case opens from now on, on other nodes within a minute, and it
     * never gets another key.
     *
     * @return whether there was a key
     */
    public boolean destroy(String caseNumber) {
        boolean had = store.destroy(ofCase(caseNumber));
        opened.invalidate(ofCase(caseNumber));
        return had;
    }

    /** Wraps every key with the current master key that an older one wraps; what the keys have sealed stays as it is. */
    void rewrap() {
        int rewrapped = 0;
        for (KeyStore.StoredKey old : store.notWrappedBy(masters.current())) {
            byte[] key = masters.unwrap(old.masterKey(), old.wrapped(), wrapping(old.owner(), old.id()));
            if (store.rewrap(old, masters.current(), masters.wrap(key, wrapping(old.owner(), old.id())))) {
                rewrapped++;
            }
        }
        if (rewrapped > 0) {
            LOG.info("{} keys are now wrapped with master key '{}'", rewrapped, masters.current());
        }
    }

    private Key find(String owner) {
        return unwrap(store.find(owner).orElseThrow(() -> new KeyMissing("There is no key of " + owner)));
    }

    private Key findOrMake(String owner) {
        Supplier<KeyStore.StoredKey> make = () -> {
            UUID id = UUID.randomUUID();
            byte[] wrapped = masters.wrap(Aes.newKey(), wrapping(owner, id));
            store.add(new KeyStore.StoredKey(owner, id, masters.current(), wrapped));
            // read again, because another node may have been first
            return store.find(owner).orElseThrow();
        };
        return unwrap(store.find(owner).orElseGet(make));
    }

    private Key unwrap(KeyStore.StoredKey stored) {
        if (stored.isDestroyed()) {
            throw new KeyMissing("The key of " + stored.owner() + " has been destroyed");
        }
        String wrapping = wrapping(stored.owner(), stored.id());
        return new Key(stored.id(), masters.unwrap(stored.masterKey(), stored.wrapped(), wrapping));
    }

    private static boolean isSealedWith(UUID key, byte[] sealed) {
        if (sealed.length < HEAD) {
            return false;
        }
        ByteBuffer head = ByteBuffer.wrap(sealed);
        return head.get() == FORM && new UUID(head.getLong(), head.getLong()).equals(key);
    }

    private static String ofCase(String caseNumber) {
        return "case " + caseNumber;
    }

    private static String wrapping(String owner, UUID key) {
        return owner + " " + key;
    }

    /** No case number has a zero character: no two pairs of number and name come out alike. */
    private static byte[] about(String caseNumber, String name) {
        return (caseNumber + '\0' + name).getBytes(StandardCharsets.UTF_8);
    }
}
