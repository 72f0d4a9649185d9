package org.meritstream.issuance.proof;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/** Public keys as the raw bytes that stand in a Multikey: 32 bytes of Ed25519, a compressed point (SEC 1, section 2.3.3) of an elliptic curve. */
final class PublicKeys {
    /** What stands before the 32-byte public key in SubjectPublicKeyInfo (RFC 8410, section 4). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int ED25519_SIZE = 32;

    private PublicKeys() {}

    /** @throws IllegalArgumentException when the bytes are no key of this kind */
    static PublicKey of(KeyKind kind, byte[] raw) {
        try {
            return switch (kind) {
                case ED25519 -> ed25519(raw);
                case P256 -> ec("P-256", "secp256r1", raw);
                case P384 -> ec("P-384", "secp384r1", raw);
                case RSA -> throw new IllegalArgumentException("RSA keys have no raw form");
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a public key", e);
        }
    }

    /** The raw bytes of a key. */
    static byte[] raw(KeyKind kind, PublicKey key) {
        return switch (kind) {
            case ED25519 -> {
                byte[] encoded = key.getEncoded();
                yield Arrays.copyOfRange(encoded, encoded.length - ED25519_SIZE, encoded.length);
            }
            case P256 -> compressed((ECPublicKey) key, 32);
            case P384 -> compressed((ECPublicKey) key, 48);
            case RSA -> throw new IllegalArgumentException("RSA keys have no raw form");
        };
    }

    private static PublicKey ed25519(byte[] raw) throws GeneralSecurityException {
        if (raw.length != ED25519_SIZE) {
            throw new IllegalArgumentException("An Ed25519 public key has 32 bytes, not " + raw.length);
        }
        byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + raw.length);
        System.arraycopy(raw, 0, encoded, SPKI.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** Decoding solves for y, and refuses an x that has none: no point off the curve gets through. */
    private static PublicKey ec(String curve, String parameters, byte[] raw) throws GeneralSecurityException {
        X9ECParameters named = CustomNamedCurves.getByName(curve);
        int size = (named.getCurve().getFieldSize() + 7) / 8;
        if (raw.length != 1 + size) {
            throw new IllegalArgumentException("A compressed point of " + curve + " has " + (1 + size) + " bytes");
        }
        ECPoint point = named.getCurve().decodePoint(raw).normalize();
        BigInteger x = point.getAffineXCoord().toBigInteger();
        BigInteger y = point.getAffineYCoord().toBigInteger();
        AlgorithmParameters known = AlgorithmParameters.getInstance("EC");
        known.init(new ECGenParameterSpec(parameters));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new java.security.spec.ECPoint(x, y), known.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] compressed(ECPublicKey key, int size) {
        byte[] point = new byte[1 + size];
        point[0] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
        byte[] x = key.getW().getAffineX().toByteArray();
        int length = Math.min(x.length, size);
        System.arraycopy(x, x.length - length, point, point.length - length, length);
        return point;
    }
}
