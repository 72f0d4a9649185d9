package org.meritstream.issuance.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that goes with a key: SHA-384 with P-384, SHA-256 with every other (Data Integrity ECDSA Cryptosuites 1.0, section 3). */
enum Digest {
    SHA_256("SHA-256"),
    SHA_384("SHA-384");

    private final String name;

    Digest(String name) {
        this.name = name;
    }

    static Digest of(KeyKind kind) {
        return kind == KeyKind.P384 ? SHA_384 : SHA_256;
    }

    /** A new one, for as many hashes as somebody wants. */
    MessageDigest begun() {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has " + name, e);
        }
    }

    byte[] of(byte[] bytes) {
        return this == SHA_256 ? Sha256.of(bytes) : begun().digest(bytes);
    }

    /** What a key of this kind signs of a document: the hash of the proof's configuration, the hash of the document. */
    byte[] joined(byte[] configuration, byte[] document) {
        byte[] first = of(configuration);
        byte[] second = of(document);
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
