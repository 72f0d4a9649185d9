package org.meritstream.issuance.proof;

/** An Ed25519 public key as Multikey text: z, base58btc of ed 01 and the 32 bytes (Controlled Identifiers 1.0, section 2.2.2). */
public final class Multikey {
    private static final byte[] ED25519_PUBLIC = {(byte) 0xed, 0x01};
    private static final int KEY_SIZE = 32;

    private Multikey() {}

    /** The text of a raw public key, {@code z6Mk…}. */
    public static String of(byte[] publicKey) {
        byte[] prefixed = new byte[ED25519_PUBLIC.length + publicKey.length];
        System.arraycopy(ED25519_PUBLIC, 0, prefixed, 0, ED25519_PUBLIC.length);
        System.arraycopy(publicKey, 0, prefixed, ED25519_PUBLIC.length, publicKey.length);
        return Multibase.base58btc(prefixed);
    }

    /**
     * The raw public key of a Multikey text.
     *
     * @throws IllegalArgumentException when it is not an Ed25519 public key
     */
    public static byte[] publicKey(String multikey) {
        byte[] bytes = Multibase.bytes(multikey);
        if (bytes.length != ED25519_PUBLIC.length + KEY_SIZE
                || bytes[0] != ED25519_PUBLIC[0]
                || bytes[1] != ED25519_PUBLIC[1]) {
            throw new IllegalArgumentException("Not an Ed25519 Multikey");
        }
        byte[] key = new byte[KEY_SIZE];
        System.arraycopy(bytes, ED25519_PUBLIC.length, key, 0, KEY_SIZE);
        return key;
    }
}
