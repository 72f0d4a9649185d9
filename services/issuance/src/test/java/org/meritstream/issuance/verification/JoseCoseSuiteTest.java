package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.KeyLookup;
import org.meritstream.issuance.proof.ProofVerdict;
import org.meritstream.issuance.proof.Signer;
import org.meritstream.issuance.proof.VerificationKey;

/**
 * The inputs of the W3C's suite of VC-JOSE-COSE ({@code vectors/SOURCES.md}) by its own list of cases, {@code cases.json}: which come out as it states,
 * and of the others why not. It is no run of the suite, which calls an implementation in a container.
 */
class JoseCoseSuiteTest {
    private static final String ISSUER = "https://example.issuer/vc-jose-cose";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** Cases that come out otherwise than the suite states, and why. */
    private static final Map<Integer, String> REFUSED = Map.of(
            17,
                    "An SD-JWT is issued of an achievement alone (dc+sd-jwt), which conceals claims and none within a claim.",
            18, "The same; and P-521 is no kind of key that is known here.",
            21, "P-521 is no kind of key that is known here.");

    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    /** One case of the suite's. */
    record Case(JsonNode stated) {
        String of(String member) {
            return stated.path(member).asText();
        }

        int number() {
            return stated.path("number").asInt();
        }

        boolean success() {
            return of("expected_result").equals("success");
        }

        boolean ofCredentials() {
            return of("feature").equals("credential_jose") || of("feature").equals("credential_sdjwt");
        }

        String input() {
            return vector(of("input_file")).strip();
        }

        JsonNode key(String part) {
            return tree(vector(of("key_file"))).path(part);
        }

        @Override
        public String toString() {
            return of("name");
        }
    }

    @ParameterizedTest
    @MethodSource("asStated")
    void comesOutAsTheSuiteStates(Case each) {
        assertThat(succeeds(each)).isEqualTo(each.success());
    }

    /** Whatever comes to be done goes from this list to the other. */
    @ParameterizedTest
    @MethodSource("refused")
    void doesNotDoWhatTheSuiteAsksForHereAndSaysWhy(Case each) {
        assertThat(each.success()).isTrue();
        assertThat(succeeds(each)).as(REFUSED.get(each.number())).isFalse();
    }

    /** What {@code docs/conformance.md} says of the suite. */
    @Test
    void isThatManyCases() {
        assertThat(cases().filter(each -> !each.of("feature").endsWith("_cose")))
                .hasSize(26);
        assertThat(asStated()).hasSize(13);
        assertThat(refused()).hasSize(3);
        assertThat(cases().filter(each -> each.of("feature").matches("presentation_(jose|sdjwt)")))
                .hasSize(10);
        assertThat(cases().filter(each -> each.of("feature").endsWith("_cose"))).hasSize(9);
    }

    static Stream<Case> asStated() {
        return cases().filter(Case::ofCredentials).filter(each -> !REFUSED.containsKey(each.number()));
    }

    static Stream<Case> refused() {
        return cases().filter(each -> REFUSED.containsKey(each.number()));
    }

    private boolean succeeds(Case each) {
        try {
            boolean jose = each.of("feature").equals("credential_jose");
            return each.of("fn").equals("verify") ? (jose ? verifies(each) : discloses(each)) : jose && issues(each);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static boolean verifies(Case each) {
        VerificationKey key = VerificationKey.ofJwk(each.key("publicKeyJwk").toString());
        return SignedFixture.JOSE.verify(each.input(), KeyLookup.always(key)) instanceof ProofVerdict.Valid;
    }

    /** Its key stands in a controller's document under the name that the token knows it by. */
    private boolean discloses(Case each) {
        JsonNode jwk = each.key("publicKeyJwk");
        String method = ISSUER + "#" + jwk.path("kid").asText();
        Published published = new Published()
                .with(
                        ISSUER,
                        "{\"id\":\"%s\",\"verificationMethod\":[{\"id\":\"%s\",\"publicKeyJwk\":%s}],\"assertionMethod\":[\"%s\"]}"
                                .formatted(ISSUER, method, jwk, method));
        Verification verification = verifier.verify(VerifierTest.presented(each.input()), published, NOW);
        return VerifierTest.result(verification, CheckName.PROOF) == Check.Result.VALID;
    }

    /** Secured here and verified by a library that is not ours, with all that the input says. */
    private static boolean issues(Case each) {
        KeyKind kind =
                VerificationKey.ofJwk(each.key("publicKeyJwk").toString()).kind();
        try {
            ECKey pair = JWK.parse(each.key("secretKeyJwk").toString()).toECKey();
            String token = JoseSecuring.secured(
                    each.input(), each.key("id").asText(), kind, signer(kind, pair.toECPrivateKey()));
            JWSObject issued = JWSObject.parse(token);
            JsonNode says = tree(issued.getPayload().toString());
            tree(each.input())
                    .properties()
                    .forEach(member -> assertThat(says.path(member.getKey())).isEqualTo(member.getValue()));
            return issued.verify(new ECDSAVerifier(pair.toECPublicKey()));
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static Signer signer(KeyKind kind, PrivateKey key) {
        String algorithm = kind == KeyKind.P256 ? "SHA256withECDSAinP1363Format" : "SHA384withECDSAinP1363Format";
        return message -> {
            try {
                Signature signature = Signature.getInstance(algorithm);
                signature.initSign(key);
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static Stream<Case> cases() {
        return StreamSupport.stream(tree(vector("cases.json")).spliterator(), false)
                .map(Case::new);
    }

    private static JsonNode tree(String text) {
        try {
            return EventFormat.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String vector(String name) {
        return Resources.text("/vectors/jose-cose/" + name);
    }
}
