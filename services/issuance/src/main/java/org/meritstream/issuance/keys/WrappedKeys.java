package org.meritstream.issuance.keys;

import java.security.KeyPair;
import java.security.SecureRandom;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Multikey;
import org.meritstream.issuance.proof.Signatures;
import org.meritstream.issuance.proof.Signer;
import org.meritstream.issuance.proof.VerificationKey;
import org.meritstream.log.KeyWrap;

/** Keys in the database, each wrapped under its own public name and tenant: an Ed25519 seed, else PKCS #8. Opened, they are in memory alone. */
final class WrappedKeys implements KeyHome {
    private static final int SEED_SIZE = 32;

    private final KeyWrap wrap;
    private final Ed25519Provider ed25519;
    private final SecureRandom random;

    WrappedKeys(KeyWrap wrap, Ed25519Provider ed25519, SecureRandom random) {
        this.wrap = wrap;
        this.ed25519 = ed25519;
        this.random = random;
    }

    @Override
    public Kind kind() {
        return Kind.WRAPPED;
    }

    @Override
    public Made make(String tenant, KeyKind kind) {
        if (kind != KeyKind.ED25519) {
            KeyPair pair = KeyPairs.fresh(kind, random);
            VerificationKey key = VerificationKey.of(kind, pair.getPublic());
            return made(tenant, key, pair.getPrivate().getEncoded());
        }
        byte[] seed = new byte[SEED_SIZE];
        random.nextBytes(seed);
        return made(tenant, VerificationKey.ofMultikey(Multikey.of(ed25519.publicKey(seed))), seed);
    }

    private Made made(String tenant, VerificationKey key, byte[] secret) {
        return new Made(key, wrap.wrap(label(tenant, key), secret));
    }

    @Override
    public Signer signer(String tenant, Made key) {
        KeyKind kind = key.key().kind();
        byte[] secret = wrap.unwrap(label(tenant, key.key()), key.held());
        return kind == KeyKind.ED25519
                ? ed25519.signer(secret, Multikey.publicKey(key.key().multikey()))
                : Signatures.signer(kind, KeyPairs.privateKey(kind, secret));
    }

    private static String label(String tenant, VerificationKey key) {
        return "signing-key/" + tenant + "/" + key.name();
    }
}
