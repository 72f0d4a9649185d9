package org.meritstream.issuance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.Multibase;
import org.meritstream.issuance.proof.Multikey;

/** Presentations, each with a credential that this service issued, and with a proof that is put together here: nothing in this service signs one. */
class PresentationCheckTest {
    private static final String VERIFIED = "verified";
    private static final BouncyCastleEd25519 ED25519 = new BouncyCastleEd25519();
    private static final byte[] SEED = new byte[32];
    private static final byte[] PUBLIC = ED25519.publicKey(SEED);
    private static final String HOLDER = DidKeys.PREFIX + Multikey.of(PUBLIC);

    @Test
    void verifiesOneWithoutAProof() {
        assertThat(VcApiTest.present(request(presentation(HOLDER)))).isEqualTo(VERIFIED);
    }

    @Test
    void refusesOneWithACredentialThatDoesNotStand() {
        ObjectNode presentation = presentation(HOLDER);
        ((ObjectNode) presentation.path("verifiableCredential").path(0).path("credentialSubject")).put("name", "Anima");

        assertThat(VcApiTest.present(request(presentation))).isEqualTo(FaultType.PROOF_VERIFICATION_ERROR.uri());
    }

    @Test
    void verifiesTheProofOfItsHolder() {
        assertThat(VcApiTest.present(request(signed(HOLDER)))).isEqualTo(VERIFIED);
    }

    @Test
    void refusesTheProofOfSomebodyElse() {
        assertThat(VcApiTest.present(request(signed("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"))))
                .isEqualTo(FaultType.PROOF_VERIFICATION_ERROR.uri());
    }

    @Test
    void refusesAProofThatWasChanged() {
        ObjectNode presentation = signed(HOLDER);
        presentation.put("id", "urn:uuid:6a1c1c0e-3c8f-4f36-9f0b-8f52fe42500f");

        assertThat(VcApiTest.present(request(presentation))).isEqualTo(FaultType.PROOF_VERIFICATION_ERROR.uri());
    }

    @Test
    void refusesAProofThatIsNone() {
        ObjectNode presentation = presentation(HOLDER);
        presentation.putNull("proof");

        assertThat(VcApiTest.present(request(presentation))).isEqualTo(FaultType.PROOF_VERIFICATION_ERROR.uri());
    }

    @Test
    void refusesAProofForAnotherDomain() {
        ObjectNode request = request(signed(HOLDER));
        ((ObjectNode) request.path("options")).put("domain", "elsewhere.example");

        assertThat(VcApiTest.present(request)).isEqualTo(FaultType.INVALID_DOMAIN_ERROR.uri());
    }

    @Test
    void refusesAProofThatAnswersAnotherChallenge() {
        ObjectNode request = request(signed(HOLDER));
        ((ObjectNode) request.path("options")).put("challenge", "another");

        assertThat(VcApiTest.present(request)).isEqualTo(FaultType.INVALID_CHALLENGE_ERROR.uri());
    }

    @Test
    void refusesAContextThatNobodyCarries() {
        ObjectNode presentation = presentation(HOLDER);
        presentation.withArray("@context").add("https://example.com");

        assertThat(VcApiTest.present(request(presentation))).isEqualTo(FaultType.DATA_LOSS_DETECTION_ERROR.uri());
    }

    private static ObjectNode request(ObjectNode presentation) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("verifiablePresentation", presentation);
        request.putObject("options").put("domain", "verifier.example").put("challenge", "u7");
        return request;
    }

    private static ObjectNode presentation(String holder) {
        ObjectNode presentation = Case.object("presentation");
        presentation.put("holder", holder);
        presentation.putArray("verifiableCredential").add(VcApiTest.issued(Securing.EDDSA_RDFC, "request"));
        return presentation;
    }

    private static ObjectNode signed(String holder) {
        ObjectNode presentation = presentation(holder);
        ObjectNode proof = JsonNodeFactory.instance
                .objectNode()
                .put("type", "DataIntegrityProof")
                .put("cryptosuite", "eddsa-rdfc-2022")
                .put("created", "2026-11-29T10:15:29Z")
                .put("verificationMethod", HOLDER + "#" + Multikey.of(PUBLIC))
                .put("proofPurpose", "authentication")
                .put("domain", "verifier.example")
                .put("challenge", "u7");
        ObjectNode configuration = proof.deepCopy();
        configuration.set("@context", presentation.path("@context"));
        byte[] hashes = Arrays.copyOf(hash(configuration), 64);
        System.arraycopy(hash(presentation), 0, hashes, 32, 32);
        proof.put("proofValue", Multibase.base58btc(ED25519.signer(SEED, PUBLIC).sign(hashes)));
        presentation.set("proof", proof);
        return presentation;
    }

    private static byte[] hash(ObjectNode document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(SignedFixture.SUITE.canonical(document.toString()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
