package org.meritstream.issuance.proof;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The kinds of key that sign here, and what each alone decides: the name of its signature in JOSE (RFC 7518, RFC 8037) and, where it has one,
 * what stands before its bytes in a Multikey (Controlled Identifiers 1.0, section 2.2.2). A signature never says by what algorithm it is to
 * be checked; the key does.
 */
public enum KeyKind {
    ED25519("EdDSA", "Ed25519", "ed01"),
    P256("ES256", "SHA256withECDSAinP1363Format", "8024"),
    P384("ES384", "SHA384withECDSAinP1363Format", "8124"),
    RSA("RS256", "SHA256withRSA", "");

    private final String jose;
    private final String signature;
    private final String prefix;

    KeyKind(String jose, String signature, String prefix) {
        this.jose = jose;
        this.signature = signature;
        this.prefix = prefix;
    }

    /** The {@code alg} that a key of this kind signs a JWS with. */
    public String jose() {
        return jose;
    }

    /** The Java name of the signature: ECDSA as r and s one after the other, as JOSE and Data Integrity both write it. */
    String signature() {
        return signature;
    }

    /** The multicodec prefix, empty where keys of this kind are not written as Multikey. */
    byte[] prefix() {
        return HexFormat.of().parseHex(prefix);
    }

    /** What of the multibase bytes of a Multikey belongs to which kind. */
    static Optional<KeyKind> of(byte[] multikey) {
        return Arrays.stream(values()).filter(kind -> kind.begins(multikey)).findFirst();
    }

    private boolean begins(byte[] multikey) {
        byte[] own = prefix();
        return own.length > 0
                && multikey.length > own.length
                && Arrays.equals(own, Arrays.copyOf(multikey, own.length));
    }
}
