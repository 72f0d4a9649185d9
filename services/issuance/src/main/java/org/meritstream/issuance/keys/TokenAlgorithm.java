package org.meritstream.issuance.keys;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKK_EC;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKK_EC_EDWARDS;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKK_RSA;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_ECDSA;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_EC_EDWARDS_KEY_PAIR_GEN;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_EC_KEY_PAIR_GEN;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_EDDSA;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_RSA_PKCS_KEY_PAIR_GEN;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_SHA256_RSA_PKCS;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.meritstream.issuance.proof.KeyKind;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.Mechanism;

/**
 * What a kind of key is called in PKCS #11 (Current Mechanisms 3.0, sections 2.1 and 2.3).
 *
 * @param type of the key
 * @param generator the mechanism that makes it
 * @param signature the mechanism that signs
 * @param curve its name as an object identifier in DER, empty for RSA
 * @param hash that is taken before the token is asked; empty where the token hashes itself
 */
record TokenAlgorithm(long type, long generator, long signature, String curve, String hash) {
    private static final int RSA_BITS = 2048;

    static TokenAlgorithm of(KeyKind kind) {
        return switch (kind) {
            case ED25519 ->
                new TokenAlgorithm(CKK_EC_EDWARDS, CKM_EC_EDWARDS_KEY_PAIR_GEN, CKM_EDDSA, "06032b6570", "");
            case P256 -> new TokenAlgorithm(CKK_EC, CKM_EC_KEY_PAIR_GEN, CKM_ECDSA, "06082a8648ce3d030107", "SHA-256");
            case P384 -> new TokenAlgorithm(CKK_EC, CKM_EC_KEY_PAIR_GEN, CKM_ECDSA, "06052b81040022", "SHA-384");
            case RSA -> new TokenAlgorithm(CKK_RSA, CKM_RSA_PKCS_KEY_PAIR_GEN, CKM_SHA256_RSA_PKCS, "", "");
        };
    }

    Mechanism generation() {
        return new Mechanism(generator);
    }

    Mechanism signing() {
        return new Mechanism(signature);
    }

    /** Says in the template of a public key which key it is to be. */
    void describe(AttributeVector template) {
        if (curve.isEmpty()) {
            template.modulusBits(RSA_BITS).publicExponent(BigInteger.valueOf(65537));
        } else {
            template.ecParams(HexFormat.of().parseHex(curve));
        }
    }

    /** What of a message the token signs. */
    byte[] toBeSigned(byte[] message) {
        try {
            return hash.isEmpty() ? message : MessageDigest.getInstance(hash).digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has " + hash, e);
        }
    }
}
