package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;

/** Recognition data are covered by what is signed, and what was signed before there were any holds as ever. */
class RecognitionTest {
    @Test
    void aCredentialWithRecognitionDataVerifies() {
        assertThat(proof(SignedFixture.credential(), Published.byNorthgate())).isEqualTo(Check.Result.VALID);
    }

    @Test
    void aChangedLevelIsFound() {
        String changed = SignedFixture.credential().replace("\"eqfLevel\":6", "\"eqfLevel\":7");

        assertThat(changed).isNotEqualTo(SignedFixture.credential());
        assertThat(proof(changed, Published.byNorthgate())).isEqualTo(Check.Result.INVALID);
    }

    /** Whoever serves a context under another digest says something else: nobody here can tell what. */
    @Test
    void anotherContextIsNotTakenForOurs() {
        String changed = SignedFixture.credential()
                .replaceFirst("/contexts/recognition/[0-9a-f]{64}", "/contexts/recognition/" + "0".repeat(64));

        assertThat(changed).isNotEqualTo(SignedFixture.credential());
        assertThat(proof(changed, Published.byNorthgate())).isEqualTo(Check.Result.UNCHECKED);
    }

    /** Signed by the release before, in four ways at once. */
    @Test
    void whatWasSignedBeforeHolds() {
        Published then = new Published().with(Published.DID, Resources.text("/fixtures/before-recognition/did.json"));
        String credential = Resources.text("/fixtures/before-recognition/credential.json");

        assertThat(credential).doesNotContain("/contexts/recognition/");
        assertThat(proof(credential, then)).isEqualTo(Check.Result.VALID);
    }

    private static Check.Result proof(String credential, Published published) {
        Presented presented =
                new Presented.Document(credential, Objects.requireNonNull(Opening.tree(credential), "JSON"), "as JSON");
        Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));
        List<Check> checks =
                verifier.verify(presented, published, SignedFixture.AT).checks();
        return checks.stream()
                .filter(check -> check.name() == CheckName.PROOF)
                .findFirst()
                .orElseThrow()
                .result();
    }
}
