package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.Canonicalization;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.proof.Cryptosuite;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.proof.ProofOptions;
import org.meritstream.issuance.proof.Signer;

/** A document of which no canonical form is found within the bounds: a ring of nodes that are alike, each after the next. */
class HardDocumentTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int RING = 400;

    private final AtomicInteger asked = new AtomicInteger();
    private final Verifier verifier = new Verifier(
            new DataIntegrity(new Canonicalization(Contexts.carried()), new Counting()),
            SignedFixture.JOSE,
            new Registries(Map.of()));

    @Test
    void isNeitherGoodNorBad() throws Exception {
        Check proof = proof(signed(hard(), Cryptosuite.EDDSA_RDFC_2022));

        assertThat(proof.result()).as(proof.reason()).isEqualTo(Check.Result.UNCHECKED);
        assertThat(proof.reason()).contains("too hard");
    }

    /** The proof over the words can be checked, and is each time that nothing is remembered. */
    @Test
    void isNotRemembered() throws Exception {
        String signed = signed(hard(), Cryptosuite.EDDSA_JCS_2022, Cryptosuite.EDDSA_RDFC_2022);

        proof(signed);
        int once = asked.get();

        proof(signed);

        assertThat(asked.get() - once).isEqualTo(1);
    }

    @Test
    void isRememberedWhereItCanBeTold() throws Exception {
        String signed = signed(plain(), Cryptosuite.EDDSA_JCS_2022);

        proof(signed);
        int once = asked.get();

        proof(signed);

        assertThat(once).isPositive();
        assertThat(asked).hasValue(once);
    }

    private Check proof(String signed) {
        return VerifierTest.check(
                verifier.verify(VerifierTest.presented(signed), Published.byNorthgate(), NOW), CheckName.PROOF);
    }

    private static ObjectNode plain() throws JsonProcessingException {
        return (ObjectNode) EventFormat.OWN.readTree(SignedFixture.document());
    }

    private static ObjectNode hard() throws JsonProcessingException {
        ObjectNode document = plain();
        ArrayNode subjects = document.putArray("credentialSubject");
        for (int at = 0; at < RING; at++) {
            ObjectNode subject = subjects.addObject().put("id", "_:n" + at);
            subject.putArray("type").add("AchievementSubject");
            subject.putObject("source")
                    .put("id", "_:n" + (at + 1) % RING)
                    .putArray("type")
                    .add("Profile");
        }
        return document;
    }

    /** Signed by each: over the words as it has to be, over the quads somehow, since nobody gets so far as to look. */
    private static String signed(ObjectNode document, Cryptosuite... suites) {
        ArrayNode proofs = EventFormat.OWN.createArrayNode();
        for (Cryptosuite suite : suites) {
            ProofOptions options = new ProofOptions(
                    suite, SignedFixture.AT, SignedFixture.options().verificationMethod());
            String secured = suite == Cryptosuite.EDDSA_JCS_2022
                    ? SignedFixture.sign(document.toString(), options)
                    : SignedFixture.sign(SignedFixture.document());
            proofs.add(read(secured).at("/proof/0"));
        }
        return document.deepCopy().set("proof", proofs).toString();
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String secured) {
        try {
            return EventFormat.OWN.readTree(secured);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Counts how often it is asked. */
    private final class Counting implements Ed25519Provider {
        private final Ed25519Provider real = new BouncyCastleEd25519();

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public byte[] publicKey(byte[] seed) {
            return real.publicKey(seed);
        }

        @Override
        public Signer signer(byte[] seed, byte[] publicKey) {
            return real.signer(seed, publicKey);
        }

        @Override
        public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
            asked.incrementAndGet();
            return real.verify(publicKey, message, signature);
        }
    }
}
