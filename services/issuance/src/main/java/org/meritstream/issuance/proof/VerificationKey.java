package org.meritstream.issuance.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import jakarta.json.spi.JsonProvider;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A public key that proofs are checked with, read from a Multikey or a JWK (Controlled Identifiers 1.0, section 2.2). Reading refuses what is
 * no key: a point that is not on its curve, an RSA modulus of fewer than 2048 or more than 8192 bits, a kind that nothing here signs with, and a
 * JWK that holds a private key.
 *
 * <p>Stable: the verifier is built on it.
 */
public final class VerificationKey {
    private static final int LEAST_RSA_BITS = 2048;
    /** A larger one is no stronger in practice, and lets whoever names it make a verifier work. */
    private static final int MOST_RSA_BITS = 8192;

    private final KeyKind kind;
    private final PublicKey key;

    private VerificationKey(KeyKind kind, PublicKey key) {
        this.kind = kind;
        this.key = key;
    }

    /**
     * The key of a Multikey text: Ed25519 ({@code z6Mk…}), P-256 ({@code zDna…}) or P-384 ({@code z82L…}).
     *
     * @throws IllegalArgumentException when it is none of them, in words that may be shown
     */
    public static VerificationKey ofMultikey(String multikey) {
        byte[] bytes = Multibase.bytes(multikey);
        KeyKind kind = KeyKind.of(bytes)
                .orElseThrow(() -> new IllegalArgumentException("Not a Multikey of a kind that is known here"));
        byte[] raw = Arrays.copyOfRange(bytes, kind.prefix().length, bytes.length);
        return new VerificationKey(kind, PublicKeys.of(kind, raw));
    }

    /**
     * The key of a JWK: {@code OKP} with Ed25519, {@code EC} with P-256 or P-384, {@code RSA}.
     *
     * @param jwk as JSON text
     * @throws IllegalArgumentException when it is none of them, in words that may be shown
     */
    public static VerificationKey ofJwk(String jwk) {
        try {
            JWK parsed = JWK.parse(jwk);
            if (parsed.isPrivate()) {
                throw new IllegalArgumentException("The JWK holds a private key");
            }
            return ofJwk(parsed);
        } catch (ParseException | JOSEException | IllegalStateException e) {
            throw new IllegalArgumentException("Not a JWK of a public key", e);
        }
    }

    /** The key of Java's own kind; for keys of one's own making. */
    public static VerificationKey of(KeyKind kind, PublicKey key) {
        return new VerificationKey(kind, key);
    }

    private static VerificationKey ofJwk(JWK jwk) throws JOSEException {
        return switch (jwk) {
            case OctetKeyPair pair
            when pair.getCurve().equals(Curve.Ed25519) ->
                new VerificationKey(KeyKind.ED25519, PublicKeys.of(KeyKind.ED25519, pair.getDecodedX()));
            case ECKey ec
            when ec.getCurve().equals(Curve.P_256) -> new VerificationKey(KeyKind.P256, ec.toECPublicKey());
            case ECKey ec
            when ec.getCurve().equals(Curve.P_384) -> new VerificationKey(KeyKind.P384, ec.toECPublicKey());
            case RSAKey rsa
            when rsa.size() >= LEAST_RSA_BITS && rsa.size() <= MOST_RSA_BITS ->
                new VerificationKey(KeyKind.RSA, rsa.toRSAPublicKey());
            default -> throw new IllegalArgumentException("Not a JWK of a kind that is known here");
        };
    }

    /** Its kind, which decides by what algorithm its signatures are checked. */
    public KeyKind kind() {
        return kind;
    }

    /**
     * Its Multikey text.
     *
     * @throws IllegalStateException for an RSA key, which has none
     */
    public String multikey() {
        if (kind == KeyKind.RSA) {
            throw new IllegalStateException("RSA keys are not written as Multikey");
        }
        byte[] raw = PublicKeys.raw(kind, key);
        byte[] prefix = kind.prefix();
        byte[] both = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, both, prefix.length, raw.length);
        return Multibase.base58btc(both);
    }

    /** Its JWK, public members alone, always in the same order. */
    public Map<String, Object> jwk() {
        JWK jwk = switch (kind) {
            case ED25519 -> new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(ed25519())).build();
            case P256 -> new ECKey.Builder(Curve.P_256, (ECPublicKey) key).build();
            case P384 -> new ECKey.Builder(Curve.P_384, (ECPublicKey) key).build();
            case RSA -> new RSAKey.Builder((RSAPublicKey) key).build();
        };
        return new TreeMap<>(jwk.toJSONObject());
    }

    /** The same as JSON text. */
    public String jwkText() {
        return JsonProvider.provider().createObjectBuilder(jwk()).build().toString();
    }

    /** The thumbprint of its JWK (RFC 7638), SHA-256 in base64url. */
    public String thumbprint() {
        try {
            return JWK.parse(jwk()).computeThumbprint().toString();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("What was just written is a JWK", e);
        }
    }

    /** What it is known by: its Multikey, or of an RSA key, which has none, its thumbprint. */
    public String name() {
        return kind == KeyKind.RSA ? thumbprint() : multikey();
    }

    PublicKey key() {
        return key;
    }

    /** The 32 bytes of an Ed25519 key. */
    byte[] ed25519() {
        return PublicKeys.raw(KeyKind.ED25519, key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey that && kind == that.kind && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "VerificationKey[" + kind + "]";
    }
}
