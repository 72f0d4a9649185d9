package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;

/** Written so that whoever verifies them works for long, or keeps much. All fit into a body. */
class HostileDocumentsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String DID = "did:web:localhost%3A8080:issuers:northgate";
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @Test
    void aDocumentOfMoreValuesThanAnybodyMeantIsRefused() {
        String evidence = "{\"type\":[\"VerifiableCredential\",\"AchievementCredential\"],\"evidence\":["
                + "{},".repeat(649_999) + "{}]}";

        assertThat(opened(evidence))
                .isEqualTo(new Opened.Nothing(
                        "It is not JSON, or its objects lie too deep within each other, or are too many."));
    }

    @Test
    void aLearnerRecordOfFiveHundredCredentialsIsNotRefused() {
        ObjectNode record =
                (ObjectNode) Objects.requireNonNull(Opening.tree(Resources.text("/vectors/ob3/clr-simple.json")));
        ArrayNode held = ((ObjectNode) record.path("credentialSubject")).putArray("verifiableCredential");
        for (int i = 0; i < 500; i++) {
            held.add(Opening.tree(SignedFixture.credential()));
        }

        assertThat(opened(record.toString())).isInstanceOf(Opened.Credential.class);
    }

    /** Both are kept, or rest on what is kept, for ten thousand documents. */
    @Test
    void aVerificationMethodOfTwoMillionLettersIsNotKept() {
        String method = "https://u.example/" + "x".repeat(1_900_000);
        String endless = SignedFixture.credential()
                .replaceFirst("\"verificationMethod\":\"[^\"]*", "\"verificationMethod\":\"" + method);

        assertThat(proof(endless, Published.byNorthgate()).reason())
                .startsWith("The key that signed it is not its issuer's: https://u.example/xxx")
                .hasSizeLessThan(1_000);
    }

    @Test
    void anAddressOfTermsOfAMillionLettersIsNotRepeated() {
        String endless = SignedFixture.credential()
                .replaceFirst("\"@context\":\\[", "\"@context\":[\"https://u.example/" + "x".repeat(1_000_000) + "\",");

        assertThat(verified(endless, Published.byNorthgate()).checks())
                .allSatisfy(check -> assertThat(check.reason()).hasSizeLessThan(1_000));
    }

    /** Each key is written down for what an answer rests on: twenty thousand times two hundred thousand letters. */
    @Test
    void thousandsOfProofsByALongKeyAreRefusedUnread() {
        ObjectNode document = (ObjectNode) Objects.requireNonNull(Opening.tree(SignedFixture.document()));
        ArrayNode proofs = document.putArray("proof");
        for (int i = 0; i < 20_000; i++) {
            proofs.addObject().put("verificationMethod", DID + "#k");
        }
        ObjectNode keys = JsonNodeFactory.instance.objectNode().put("id", DID);
        keys.putArray("verificationMethod").addObject().put("id", "#k").put("note", "x".repeat(200_000));
        keys.putArray("assertionMethod").add("#k");

        assertThat(proof(document.toString(), new Published().with(Published.DID, keys.toString()))
                        .reason())
                .isEqualTo("The document carries more than 16 proofs.");
    }

    private static Opened opened(String text) {
        return Opening.open(text.getBytes(StandardCharsets.UTF_8));
    }

    private Check proof(String credential, Published published) {
        return VerifierTest.check(verified(credential, published), CheckName.PROOF);
    }

    private Verification verified(String credential, Published published) {
        return verifier.verify(VerifierTest.presented(credential), published, NOW);
    }
}
