package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.Cbor;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.issuer.ListedKey;

/** A credential as a signed message of CBOR ({@code vc+cose}), good and bad. */
class SignedMessageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final byte[] GOOD = SignedFixture.message(SignedFixture.document());
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @Test
    void verifiesAMessage() {
        Verification verification = verify(GOOD);

        assertThat(verification.checks()).extracting(Check::result).containsOnly(Check.Result.VALID);
        assertThat(verification.checks()).extracting(Check::name).containsExactly(CheckName.values());
        assertThat(verification.claimed().holder()).isEqualTo("Amina Yilmaz");
        assertThat(verification.checks().getFirst().reason())
                .isEqualTo("It was handed in as a signed message (COSE) and could be read.");
    }

    @Test
    void verifiesAMessageWithoutItsTag() {
        assertThat(verify(Arrays.copyOfRange(GOOD, 1, GOOD.length)).result()).isEqualTo(Check.Result.VALID);
    }

    @Test
    void verifiesAMessageInAnEnvelope() {
        String envelope = "{\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:application/vc+cose;base64,%s\"}"
                .formatted(Base64.getEncoder().encodeToString(GOOD));

        assertThat(verify(envelope.getBytes(StandardCharsets.UTF_8)).result()).isEqualTo(Check.Result.VALID);
    }

    @Test
    void findsARevokedOneInvalid() {
        Verification verification = verify(GOOD, Published.byNorthgate(SignedFixture.INDEX));

        assertThat(VerifierTest.check(verification, CheckName.STATUS)).isEqualTo(BitstringList.revoked());
    }

    @Test
    void findsAChangedPayloadInvalid() {
        String latin = new String(GOOD, StandardCharsets.ISO_8859_1).replace("Amina Yilmaz", "Anima Yilmaz");

        assertThat(proof(latin.getBytes(StandardCharsets.ISO_8859_1)).reason())
                .isEqualTo("The signature does not match the message and the issuer's key.");
    }

    @Test
    void findsATruncatedSignatureInvalid() {
        byte[] before = Arrays.copyOf(GOOD, GOOD.length - 66);
        byte[] signature = Arrays.copyOfRange(GOOD, GOOD.length - 64, GOOD.length - 1);

        assertThat(proof(Cbor.joined(before, new byte[] {0x58, 63}, signature)).result())
                .isEqualTo(Check.Result.INVALID);
    }

    /** Every byte of its header, payload and signature. */
    @Test
    void coversEveryByte() {
        for (int at = 2; at < GOOD.length; at += 7) {
            byte[] changed = GOOD.clone();
            changed[at] ^= 1;

            assertThat(
                            Opening.open(changed) instanceof Opened.Credential credential
                                    ? verify(credential.presented(), Published.byNorthgate())
                                            .result()
                                    : Check.Result.INVALID)
                    .as("byte %d", at)
                    .isNotEqualTo(Check.Result.VALID);
        }
    }

    @Test
    void findsAnotherKeyInvalid() {
        Published another = Published.byNorthgate()
                .with(
                        Published.DID,
                        IssuerDocuments.did(
                                Fixtures.NORTHGATE,
                                List.of(ListedKey.of("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"))));

        assertThat(VerifierTest.result(verify(GOOD, another), CheckName.PROOF)).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void canNotTellWhileTheIssuersKeysAreAway() {
        assertThat(VerifierTest.result(verify(GOOD, Published.byNorthgate().without(Published.DID)), CheckName.PROOF))
                .isEqualTo(Check.Result.UNCHECKED);
    }

    /** The claim of a Status List Token, which a message has in its header. */
    @Test
    void looksIntoTheListThatItsClaimsName() {
        Cbor listed = Cbor.map("status_list", Cbor.map("uri", Published.LIST, "idx", 7));
        Cbor header = Cbor.map(1, -8, 15, Cbor.map(65_535, listed));
        byte[] message = SignedFixture.message(header, Cbor.map(), SignedFixture.document());

        assertThat(VerifierTest.result(verify(message), CheckName.STATUS)).isEqualTo(Check.Result.VALID);
        assertThat(VerifierTest.result(verify(message, Published.byNorthgate(7)), CheckName.STATUS))
                .isEqualTo(Check.Result.INVALID);
    }

    /** What it holds is the credential itself, and no claims beside it. */
    @Test
    void takesNothingInThePayloadForAClaim() {
        ObjectNode credential = (ObjectNode) Objects.requireNonNull(Opening.tree(SignedFixture.document()));
        credential.put("exp", 1);

        assertThat(proof(SignedFixture.message(credential.toString())).result()).isEqualTo(Check.Result.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"type\":1", "{\"type\":\"a\",\"type\":\"b\"}", "\u00e4"})
    void saysOfAMessageAboutSomethingElseThatItIsNoCredential(String payload) {
        assertThat(Opening.open(SignedFixture.message(payload)))
                .isEqualTo(new Opened.Nothing(
                        "It is a signed message (COSE), but what it holds is no credential in JSON."));
    }

    @Test
    void leavesAPresentationOpenAndLooksIntoWhatItHolds() {
        String presentation = "{\"type\":\"VerifiablePresentation\",\"verifiableCredential\":[%s]}"
                .formatted(SignedFixture.credential());

        Verification verification = verifier.verify(
                (Opened.Presentation) Opening.open(SignedFixture.message(presentation)), Published.byNorthgate(), NOW);

        assertThat(verification.result()).isEqualTo(Check.Result.UNCHECKED);
        assertThat(verification.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.result()).isEqualTo(Check.Result.VALID));
    }

    private Check proof(byte[] message) {
        return VerifierTest.check(verify(message), CheckName.PROOF);
    }

    private Verification verify(byte[] message) {
        return verify(message, Published.byNorthgate());
    }

    private Verification verify(byte[] message, Published published) {
        return verify(((Opened.Credential) Opening.open(message)).presented(), published);
    }

    private Verification verify(Presented presented, Published published) {
        return verifier.verify(presented, published, NOW);
    }
}
