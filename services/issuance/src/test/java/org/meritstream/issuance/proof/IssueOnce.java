package org.meritstream.issuance.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.function.Supplier;
import org.meritstream.issuance.SignedFixture;

/** Signs a credential and verifies it, and a message by ECDSA, with what {@link Suites} chooses; says by whom, and what came of it. */
public final class IssueOnce implements Supplier<String> {
    private static final byte[] SEED = new byte[32];
    private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String get() {
        Suites suites = new Suites();
        Ed25519Provider ed25519 = suites.ed25519();
        DataIntegrity suite = suites.dataIntegrity(ed25519);
        byte[] key = ed25519.publicKey(SEED);
        String document = SignedFixture.document();
        ProofOptions options = SignedFixture.options();
        String value = suite.proofValue(document, options, ed25519.signer(SEED, key));
        ProofVerdict verdict = suite.verify(DataIntegrity.secured(document, options, value), key);
        return ed25519.name() + " " + verdict.getClass().getSimpleName() + ", ECDSA " + ecdsa(ed25519);
    }

    private static boolean ecdsa(Ed25519Provider ed25519) {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = pairs.generateKeyPair();
            byte[] signature =
                    Signatures.signer(KeyKind.P256, pair.getPrivate()).sign(MESSAGE);
            return new Signatures(ed25519)
                    .verify(VerificationKey.of(KeyKind.P256, pair.getPublic()), MESSAGE, signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has P-256", e);
        }
    }
}
