package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;

/** What lies within a credential is checked by itself and decides nothing about it. */
class PartsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String ENDORSEMENT = Resources.text("/vectors/ob3/endorsement-valid.json");
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @Test
    void findsAForgedEndorsementWithoutDoubtingTheWhole() {
        Verification verification =
                verify(endorsed(ENDORSEMENT.replace("2010-01-01T00:00:00Z", "2011-01-01T00:00:00Z")));

        assertThat(verification.parts()).hasSize(1);
        assertThat(verification.parts().getFirst().result()).isEqualTo(Check.Result.INVALID);
        assertThat(verification.result()).isEqualTo(Check.Result.VALID);
    }

    @Test
    void looksIntoTenAndNoMore() {
        ObjectNode credential = endorsed(ENDORSEMENT);
        ArrayNode endorsements = (ArrayNode) credential.path("endorsement");
        for (int i = 0; i < 30; i++) {
            endorsements.add(endorsements.get(0));
        }

        assertThat(verify(credential).parts()).hasSize(10);
    }

    @Test
    void looksIntoAHundredOfTheIssuerOfTheWholeAndNoMore() {
        ObjectNode record = tree(SignedFixture.document());
        ArrayNode held = ((ObjectNode) record.path("credentialSubject")).putArray("verifiableCredential");
        for (int i = 0; i < 120; i++) {
            held.add(tree(SignedFixture.credential()));
        }

        Verification verification = verify(record);

        assertThat(verification.parts())
                .hasSize(100)
                .allSatisfy(part -> assertThat(part.result()).isEqualTo(Check.Result.VALID));
    }

    /** Parts of parts count, too: what is small to hand in is not to be much to look into. */
    @Test
    void looksIntoTwoHundredAltogetherAndNoMore() {
        ObjectNode full = endorsed(ENDORSEMENT);
        ArrayNode endorsements = (ArrayNode) full.path("endorsement");
        for (int i = 0; i < 9; i++) {
            endorsements.add(endorsements.get(0));
        }
        ObjectNode record = tree(SignedFixture.document());
        ArrayNode held = ((ObjectNode) record.path("credentialSubject")).putArray("verifiableCredential");
        for (int i = 0; i < 40; i++) {
            held.add(full);
        }

        List<Verification> parts = verify(record).parts();

        int within = parts.stream().mapToInt(part -> part.parts().size()).sum();
        assertThat(parts.size() + within).isEqualTo(200);
    }

    @Test
    void looksTwoDeepAndNoDeeper() {
        ObjectNode deepest = endorsed(ENDORSEMENT);
        for (int i = 0; i < 5; i++) {
            deepest = endorsed(deepest.toString());
        }

        Verification verification = verify(deepest);

        assertThat(verification.parts().getFirst().parts().getFirst().parts()).isEmpty();
    }

    /** Signed after the endorsement was put in. */
    private static ObjectNode endorsed(String endorsement) {
        ObjectNode document = tree(SignedFixture.document());
        document.putArray("endorsement").add(tree(endorsement));
        return tree(SignedFixture.sign(document.toString()));
    }

    private Verification verify(ObjectNode credential) {
        Published published = Published.byNorthgate()
                .with(
                        "https://state.gov/issuers/565049",
                        Resources.text("/vectors/ob3/web/state.gov/issuers/565049.json"));
        return verifier.verify(VerifierTest.presented(credential.toString()), published, NOW);
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) java.util.Objects.requireNonNull(Opening.tree(json));
    }
}
