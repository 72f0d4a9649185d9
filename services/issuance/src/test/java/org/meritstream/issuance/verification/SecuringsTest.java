package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.Cryptosuite;
import org.meritstream.issuance.proof.ProofOptions;

/** Each way in which a credential may be secured, good and bad. */
class SecuringsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String DID_KEY = "did:key:" + SignedFixture.MULTIKEY;
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @Test
    void verifiesAToken() {
        Verification verification = verify(SignedFixture.token(ofSomebody()));

        assertThat(verification.checks())
                .filteredOn(check -> check.result() != Check.Result.VALID)
                .isEmpty();
    }

    @Test
    void findsAChangedTokenInvalid() {
        String[] parts = SignedFixture.token(ofSomebody()).split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = encoded(payload.replace("Amina Yilmaz", "Anima Yilmaz"));

        assertThat(proof(parts[0] + "." + changed + "." + parts[2])).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void findsATokenWithoutASignatureInvalid() {
        String[] parts = SignedFixture.token(ofSomebody()).split("\\.", -1);
        String none = encoded("{\"alg\":\"none\"}");

        assertThat(proof(none + "." + parts[1] + ".")).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void findsATokenOfAnotherIssuerInvalid() {
        assertThat(proof(SignedFixture.token(ofSomebody().replace("issuers:northgate", "issuers:lakeside"))))
                .isNotEqualTo(Check.Result.VALID);
    }

    @Test
    void verifiesWhatIsSignedByItsWordsThoughItsTermsAreNotCarried() {
        String strange = SignedFixture.document()
                .replaceFirst("/extensions.json\"", "/extensions.json\",\"https://terms.example/v1\"");
        String method = Fixtures.NORTHGATE.verificationMethod(SignedFixture.MULTIKEY);
        ProofOptions words = new ProofOptions(Cryptosuite.EDDSA_JCS_2022, SignedFixture.AT, method);

        Verification verification = verify(SignedFixture.sign(strange, words));

        assertThat(VerifierTest.result(verification, CheckName.PROOF)).isEqualTo(Check.Result.VALID);
        assertThat(VerifierTest.result(verification, CheckName.CONTEXT)).isEqualTo(Check.Result.UNCHECKED);
        assertThat(proof(SignedFixture.sign(strange, words).replace("Amina", "Anima")))
                .isEqualTo(Check.Result.INVALID);
    }

    @Test
    void verifiesAnIssuerThatIsItsOwnKey() {
        String document = SignedFixture.document().replace(Fixtures.NORTHGATE.did(), DID_KEY);
        ProofOptions own = new ProofOptions(SignedFixture.AT, DID_KEY + "#" + SignedFixture.MULTIKEY);
        String signed = SignedFixture.sign(document, own);

        assertThat(proof(signed)).isEqualTo(Check.Result.VALID);
        assertThat(proof(signed.replace(DID_KEY, "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")))
                .isEqualTo(Check.Result.INVALID);
    }

    @Test
    void canNotCheckASuiteThatItDoesNotKnow() {
        String other = SignedFixture.credential().replace("eddsa-rdfc-2022", "ecdsa-sd-2023");

        assertThat(proof(other)).isEqualTo(Check.Result.UNCHECKED);
    }

    @Test
    void takesASecondProofThatItCanNotCheckForNoHarmAndABrokenOneForHarm() {
        String signed = SignedFixture.credential();
        String proof = signed.replaceFirst("(?s).*\"proof\":\\[(.*)]}$", "$1");
        String other = proof.replace("eddsa-rdfc-2022", "ecdsa-sd-2023");
        String broken = proof.replace("\"proofValue\":\"z", "\"proofValue\":\"z2");

        assertThat(proof(with(signed, proof, other))).isEqualTo(Check.Result.VALID);
        assertThat(proof(with(signed, proof, broken))).isEqualTo(Check.Result.INVALID);
    }

    private static String with(String signed, String proof, String second) {
        return signed.replace("[" + proof + "]", "[" + proof + "," + second + "]");
    }

    /** A token names its subject. */
    private static String ofSomebody() {
        return SignedFixture.document()
                .replaceFirst("\"credentialSubject\":\\{", "\"credentialSubject\":{\"id\":\"did:example:somebody\",");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Verification verify(String secured) {
        return verifier.verify(VerifierTest.presented(secured), Published.byNorthgate(), NOW);
    }

    private Check.Result proof(String secured) {
        return VerifierTest.result(verify(secured), CheckName.PROOF);
    }
}
