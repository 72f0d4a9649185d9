package org.meritstream.issuance.keys;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKA_EC_POINT;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKA_MODULUS;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKA_PUBLIC_EXPONENT;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Multikey;
import org.meritstream.issuance.proof.VerificationKey;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Token;
import org.xipki.pkcs11.wrapper.TokenException;

/** Reads the public part of a key in a token. */
final class TokenPublicKeys {
    private static final int ED25519_SIZE = 32;
    private static final int P256_SIZE = 32;
    private static final int P384_SIZE = 48;

    private TokenPublicKeys() {}

    static VerificationKey read(PKCS11Token token, long handle, KeyKind kind) throws TokenException {
        try {
            return switch (kind) {
                case ED25519 -> VerificationKey.ofMultikey(Multikey.of(point(token, handle, ED25519_SIZE)));
                case P256 -> ec(kind, "secp256r1", point(token, handle, 1 + 2 * P256_SIZE));
                case P384 -> ec(kind, "secp384r1", point(token, handle, 1 + 2 * P384_SIZE));
                case RSA -> rsa(token.getAttrValues(handle, CKA_MODULUS, CKA_PUBLIC_EXPONENT));
            };
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new TokenException("its public key can not be read", e);
        }
    }

    /** As the standard wants it, the point in an octet string, or as some devices give it, without. */
    private static byte[] point(PKCS11Token token, long handle, int size) throws TokenException, IOException {
        byte[] given = token.getAttrValues(handle, CKA_EC_POINT).ecPoint();
        if (given == null) {
            throw new IOException("There is none");
        }
        return given.length == size
                ? given
                : ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(given))
                        .getOctets();
    }

    private static VerificationKey ec(KeyKind kind, String curve, byte[] uncompressed) throws GeneralSecurityException {
        int size = uncompressed.length / 2;
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 1 + size));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(uncompressed, 1 + size, uncompressed.length));
        AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
        named.init(new ECGenParameterSpec(curve));
        ECPublicKeySpec spec = new ECPublicKeySpec(new ECPoint(x, y), named.getParameterSpec(ECParameterSpec.class));
        return VerificationKey.of(kind, KeyFactory.getInstance("EC").generatePublic(spec));
    }

    private static VerificationKey rsa(AttributeVector known) throws GeneralSecurityException {
        RSAPublicKeySpec spec = new RSAPublicKeySpec(known.modulus(), known.publicExponent());
        return VerificationKey.of(KeyKind.RSA, KeyFactory.getInstance("RSA").generatePublic(spec));
    }
}
