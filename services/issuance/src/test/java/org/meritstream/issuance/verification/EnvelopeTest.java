package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.Contexts;

/** What is in an envelope is verified as if it had been handed in without; of a presentation each credential is, and the whole is left open. */
class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TOKEN = SignedFixture.token(SignedFixture.document()
            .replaceFirst("\"credentialSubject\":\\{", "\"credentialSubject\":{\"id\":\"did:example:somebody\","));
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:application/vc+jwt,",
                "DATA:Application/VC+JWT,",
                "data:application/vc+jwt;charset=us-ascii,",
            })
    void verifiesTheTokenInAnEnvelope(String before) {
        Verification verification = verify(envelope(before + TOKEN));

        assertThat(verification.result()).as(verification.reason()).isEqualTo(Check.Result.VALID);
        assertThat(verification.claimed().holder()).isEqualTo("Amina Yilmaz");
        assertThat(verification.checks().getFirst().reason())
                .isEqualTo("It was handed in as JSON in an envelope and could be read.");
    }

    @Test
    void verifiesATokenThatTheAddressEncodes() {
        String encoded = Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));

        assertThat(verify(envelope("data:application/vc+jwt;base64," + encoded)).result())
                .isEqualTo(Check.Result.VALID);
        assertThat(verify(envelope("data:application/dc+sd-jwt,"
                                + DisclosingTest.token().replace("~", "%7E")))
                        .result())
                .isEqualTo(Check.Result.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/dc+sd-jwt", "application/vc+sd-jwt"})
    void verifiesATokenThatDisclosesPartsInAnEnvelope(String mediaType) {
        assertThat(verify(envelope("data:" + mediaType + "," + DisclosingTest.token()))
                        .result())
                .isEqualTo(Check.Result.VALID);
    }

    @Test
    void findsAChangedTokenInAnEnvelopeInvalid() {
        String[] parts = TOKEN.split("\\.", -1);
        String changed = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("Amina Yilmaz", "Anima Yilmaz");
        String token = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];

        assertThat(verify(envelope("data:application/vc+jwt," + token)).result())
                .isEqualTo(Check.Result.INVALID);
    }

    /** Nobody signed the envelope. */
    @Test
    void believesNothingThatStandsInTheEnvelopeItself() {
        ObjectNode envelope = tree(envelope("data:application/vc+jwt," + TOKEN));
        envelope.put("name", "Doctor of everything")
                .putArray("type")
                .add("VerifiableCredential")
                .add("EnvelopedVerifiableCredential");

        assertThat(verify(envelope.toString()).claimed().name()).isEqualTo("Data Literacy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        data:application/vc+zip,0oRD  | UNCHECKED | of a kind that this service does not open
        data:,a.b.c                   | UNCHECKED | of a kind that this service does not open
        https://u.example/1           | INVALID   | no data: URL
        data:application/vc+jwt       | INVALID   | no data: URL
        ''                            | INVALID   | no data: URL
        data:application/vc+jwt,hello | INVALID   | there is no credential
        data:application/vc+jwt,%zz   | INVALID   | there is no credential
        data:application/vc+jwt;base64,* | INVALID | there is no credential
        data:application/vc+cose,0oRD | INVALID   | not in base64
        data:application/vc+cose;base64,0oRD | INVALID | there is no credential
        data:application/vp+cose;base64,* | INVALID | there is no credential
        """)
    void saysOfAnEnvelopeThatCanNotBeOpenedWhy(String id, Check.Result result, String reason) {
        Opened opened = open(envelope(id));

        assertThat(opened).isInstanceOfSatisfying(Opened.Closed.class, closed -> {
            assertThat(closed.parse().result()).isEqualTo(result);
            assertThat(closed.parse().reason()).contains(reason);
        });
    }

    @Test
    void looksIntoEachCredentialOfAPresentationAndLeavesTheWholeOpen() {
        Verification verification = present(presentation(
                SignedFixture.credential(),
                SignedFixture.credential().replace("Amina Yilmaz", "Anima Yilmaz"),
                envelope("data:application/vc+jwt," + TOKEN),
                envelope("data:application/vc+zip,0oRD"),
                "{}"));

        assertThat(verification.parts())
                .extracting(Verification::result)
                .containsExactly(
                        Check.Result.VALID,
                        Check.Result.INVALID,
                        Check.Result.VALID,
                        Check.Result.UNCHECKED,
                        Check.Result.INVALID);
        assertThat(verification.result()).isEqualTo(Check.Result.UNCHECKED);
        assertThat(verification.reason()).startsWith("It is a presentation of 5 credentials");
        assertThat(verification.claimed().kind()).isEqualTo("presentation");
    }

    @Test
    void opensAPresentationThatIsATokenInAnEnvelopeOrNot() {
        String token = SignedFixture.token(presentation(SignedFixture.credential()), "vp+jwt");
        ObjectNode envelope = tree(envelope("data:application/vp+jwt," + token));
        envelope.put("type", "EnvelopedVerifiablePresentation");

        for (String handedIn : List.of(token, envelope.toString())) {
            Verification verification = present(handedIn);
            assertThat(verification.result()).isEqualTo(Check.Result.UNCHECKED);
            assertThat(verification.reason()).startsWith("It is a presentation of one credential");
            assertThat(verification.parts())
                    .singleElement()
                    .satisfies(part -> assertThat(part.result()).isEqualTo(Check.Result.VALID));
        }
    }

    /** VC Data Model 1.1, section 6.3.1. */
    @Test
    void opensAPresentationThatIsAClaimOfATokenOfBefore() {
        String older = SignedFixture.token(
                "{\"iss\":\"did:example:holder\",\"vc\":{\"type\":[\"VerifiableCredential\"]}}", "JWT");
        ObjectNode claims = JsonNodeFactory.instance.objectNode().put("iss", "did:example:holder");
        ObjectNode held = tree(presentation(SignedFixture.credential()));
        ((ArrayNode) held.path("verifiableCredential")).add(TOKEN).add(older);
        claims.set("vp", held);

        Verification verification = present(SignedFixture.token(claims.toString(), "JWT"));

        assertThat(verification.result()).isEqualTo(Check.Result.UNCHECKED);
        assertThat(verification.reason()).startsWith("It is a presentation of 3 credentials");
        assertThat(verification.parts())
                .extracting(Verification::result)
                .containsExactly(Check.Result.VALID, Check.Result.VALID, Check.Result.UNCHECKED);
        assertThat(verification.parts().getLast().reason()).contains("older form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"vp\":{}}", "{\"vp\":\"a.b.c\"}", "{\"vp\":{\"type\":\"VerifiableCredential\"}}"})
    void saysOfATokenWhoseClaimIsNoPresentationThatItIsNone(String claims) {
        assertThat(open(SignedFixture.token(claims, "JWT")))
                .isEqualTo(new Opened.Nothing("It is a token whose claim vp holds no presentation."));
    }

    /** A credential does not become a presentation, nor one of before, by a claim beside it. */
    @ParameterizedTest
    @ValueSource(strings = {"vp", "vc"})
    void takesACredentialWithAClaimOfBeforeForACredentialAndRefusesIt(String claim) {
        ObjectNode claims = tree(SignedFixture.document());
        claims.set(claim, tree(presentation(SignedFixture.credential())));

        Verification verification = verify(SignedFixture.token(claims.toString(), "vc+jwt"));

        assertThat(VerifierTest.check(verification, CheckName.PROOF).reason()).contains("older form");
        assertThat(verification.result()).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void looksIntoTenOfAPresentationAndSaysHowManyMoreThereAre() {
        String[] many = new String[12];
        Arrays.fill(many, SignedFixture.credential());

        Verification verification = present(presentation(many));

        assertThat(verification.parts()).hasSize(10);
        assertThat(verification.partsNotLookedInto()).isEqualTo(2);
    }

    /** Whoever calls a credential a presentation, too, does not get it past the checks. */
    @Test
    void takesACredentialThatIsCalledAPresentationForACredential() {
        ObjectNode both = tree(SignedFixture.credential());
        ((ArrayNode) both.path("type")).add("VerifiablePresentation");

        assertThat(verify(both.toString()).result()).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void looksIntoWhatIsInAnEnvelopeWithinACredential() {
        ObjectNode credential = tree(SignedFixture.document());
        ObjectNode subject = (ObjectNode) credential.path("credentialSubject");
        subject.putArray("verifiableCredential").add(tree(envelope("data:application/vc+jwt," + TOKEN)));

        assertThat(verify(credential.toString()).parts())
                .singleElement()
                .satisfies(part -> assertThat(part.result()).isEqualTo(Check.Result.VALID));
    }

    private static String envelope(String id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("@context", Contexts.CREDENTIALS_V2)
                .put("id", id)
                .put("type", "EnvelopedVerifiableCredential")
                .toString();
    }

    private static String presentation(String... credentials) {
        ObjectNode presentation = JsonNodeFactory.instance
                .objectNode()
                .put("@context", Contexts.CREDENTIALS_V2)
                .put("type", "VerifiablePresentation");
        ArrayNode held = presentation.putArray("verifiableCredential");
        for (String credential : credentials) {
            held.add(tree(credential));
        }
        return presentation.toString();
    }

    private Verification present(String presentation) {
        return verifier.verify((Opened.Presentation) open(presentation), Published.byNorthgate(), NOW);
    }

    private Verification verify(String credential) {
        Published published =
                Published.byNorthgate().with(DisclosingTest.KIND.address(), DisclosingTest.KIND.metadata());
        return verifier.verify(VerifierTest.presented(credential), published, NOW);
    }

    private static Opened open(String text) {
        return Opening.open(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) Objects.requireNonNull(Opening.tree(json));
    }
}
