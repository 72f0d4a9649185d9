package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.issuance.verification.VerifierTest.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;

/** Documents that were built to be hard to check have a time together when they are handed in within each other, and not each its own. */
class HardPartsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    /** Alike nodes, each of which knows every other: they could be told apart in ten factorial orders. */
    private static final int ALIKE = 10;

    private static final String TOO_HARD = "too hard to check within the time";
    private static final String LATE = "used up by another document in it";

    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @Test
    void takesNoMoreThanItsTimeForAllThatAreHardAndCallsNoneInvalid() {
        Verification verification =
                verify(token(hard("first"), hard("second"), hard("third"), hard("fourth"), SignedFixture.credential()));

        assertThat(check(verification, CheckName.PROOF).result())
                .as("of the whole")
                .isEqualTo(Check.Result.VALID);
        assertThat(verification.parts())
                .extracting(part -> check(part, CheckName.PROOF).result())
                .containsOnly(Check.Result.UNCHECKED);
        assertThat(verification.parts())
                .extracting(part -> check(part, CheckName.PROOF).reason())
                .satisfiesExactly(
                        first -> assertThat(first).contains(TOO_HARD),
                        second -> assertThat(second).contains(TOO_HARD),
                        third -> assertThat(third).contains(TOO_HARD),
                        fourth -> assertThat(fourth).contains(LATE),
                        easy -> assertThat(easy).contains(LATE));
    }

    /** Its proof is not by anybody; that can be told only once the document is canonical. */
    private static String hard(String name) {
        ObjectNode credential = tree(SignedFixture.credential()).put("name", name);
        ArrayNode nodes = ((ObjectNode) credential.path("credentialSubject")).putArray("urn:example:about");
        for (int from = 0; from < ALIKE; from++) {
            ArrayNode known = nodes.addObject().put("id", "_:n" + from).putArray("urn:example:knows");
            for (int to = 0; to < ALIKE; to++) {
                if (to != from) {
                    known.addObject().put("id", "_:n" + to);
                }
            }
        }
        return credential.toString();
    }

    /** A token with these in it: the token itself is not canonicalized. */
    private static String token(String... parts) {
        ObjectNode document = tree(SignedFixture.document());
        ((ObjectNode) document.path("credentialSubject")).put("id", "did:example:somebody");
        ArrayNode endorsements = document.putArray("endorsement");
        List.of(parts).forEach(part -> endorsements.add(tree(part)));
        return SignedFixture.token(document.toString());
    }

    private Verification verify(String credential) {
        return verifier.verify(VerifierTest.presented(credential), Published.byNorthgate(), NOW);
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) Objects.requireNonNull(Opening.tree(json));
    }
}
