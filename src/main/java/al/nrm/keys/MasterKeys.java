package al.nrm.keys;

/** What wraps the keys of cases: a file or a variable now, a key service in its place where there is one. */
interface MasterKeys {

    /** The id of the master key that new keys are wrapped with. */
    String current();

    /**
     * A key, readable again only with {@link #unwrap}.
     *
     * @param about what the key is for; it opens for nothing else
     */
    byte[] wrap(byte[] key, String about);

    /**
     * The key that was wrapped.
     *
     * @throws KeyMissing where there is no such master key
     * @throws SealBroken where the wrapped bytes are not that key for that use
     */
    byte[] unwrap(String masterKey, byte[] wrapped, String about);
}
