package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.issuance.SignedFixture;

/**
 * The presentations of the W3C's suite of VC-JOSE-COSE. Who signed a presentation is not checked, so none comes out as the suite states; what is replayed
 * is that each is opened, that no more is said of it than that, and what is said of the credentials within.
 */
class SuitePresentationsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Published BY_THE_SUITE =
            JoseCoseSuiteTest.publishing(Stream.of("ed25519", "p256", "p384", "p521")
                    .map(SuitePresentationsTest::key)
                    .toList());

    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @ParameterizedTest
    @CsvSource({"7,3", "22,1", "34,1"})
    void findsTheCredentialsWithinProperlySigned(int number, int within) {
        Verification verification = verified(number);

        assertThat(verification.result()).isEqualTo(Check.Result.UNCHECKED);
        assertThat(verification.parts())
                .hasSize(within)
                .allSatisfy(part ->
                        assertThat(VerifierTest.result(part, CheckName.PROOF)).isEqualTo(Check.Result.VALID));
    }

    @ParameterizedTest
    @CsvSource({"11", "14", "16", "25", "26", "31", "35"})
    void saysWhereNoCredentialIsWithin(int number) {
        Verification verification = verified(number);

        assertThat(verification.result()).isEqualTo(Check.Result.UNCHECKED);
        assertThat(verification.parts()).singleElement().satisfies(part -> {
            assertThat(part.result()).isEqualTo(Check.Result.INVALID);
            assertThat(part.reason()).containsAnyOf("there is nothing in it", "In its envelope there is no credential");
        });
    }

    /** The others are asked to be made, which is for who holds credentials. */
    @Test
    void areTenOfFourteen() {
        assertThat(presentations().filter(one -> one.of("fn").equals("verify"))).hasSize(10);
        assertThat(presentations()).hasSize(14);
    }

    private Verification verified(int number) {
        JoseCoseSuiteTest.Case each = presentations()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
        return verifier.verify((Opened.Presentation) Opening.open(each.handedIn()), BY_THE_SUITE, NOW);
    }

    private static Stream<JoseCoseSuiteTest.Case> presentations() {
        return JoseCoseSuiteTest.cases().filter(each -> !each.ofCredentials());
    }

    private static JsonNode key(String kind) {
        return JoseCoseSuiteTest.tree(JoseCoseSuiteTest.vector("vm-" + kind + ".json"))
                .path("publicKeyJwk");
    }
}
