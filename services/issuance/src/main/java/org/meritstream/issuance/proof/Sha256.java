package org.meritstream.issuance.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import org.meritstream.log.NativeCrypto;

/** SHA-256 by the native provider where it loads: with the quick compiler alone the JDK's own takes ten times as long. */
public final class Sha256 {
    private static final String NAME = "SHA-256";
    private static final Digests DIGESTS = digests();

    private Sha256() {}

    private interface Digests {
        MessageDigest fresh() throws NoSuchAlgorithmException;
    }

    /** The hash of the first {@code length} of these bytes. */
    public static byte[] of(byte[] bytes, int length) {
        try {
            MessageDigest digest = DIGESTS.fresh();
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has " + NAME, e);
        }
    }

    /** The hash of these bytes, one stretch after the other. */
    public static byte[] of(byte[]... stretches) {
        try {
            MessageDigest digest = DIGESTS.fresh();
            for (byte[] stretch : stretches) {
                digest.update(stretch);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has " + NAME, e);
        }
    }

    private static Digests digests() {
        Provider corretto = NativeCrypto.provider().orElse(null);
        return corretto == null
                ? () -> MessageDigest.getInstance(NAME)
                : () -> MessageDigest.getInstance(NAME, corretto);
    }
}
