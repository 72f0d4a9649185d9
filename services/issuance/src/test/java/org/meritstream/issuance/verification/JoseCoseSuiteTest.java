package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.Cbor;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.KeyKind;
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
            21, "P-521 is no kind of key that is known here.",
            27, "No COSE is issued here.");

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
            return of("feature").startsWith("credential_");
        }

        boolean isOfCose() {
            return of("feature").endsWith("_cose");
        }

        String input() {
            return vector(of("input_file")).strip();
        }

        /** What of it is handed in: of COSE what its base64 is of. */
        byte[] handedIn() {
            return isOfCose() ? Base64.getDecoder().decode(input()) : input().getBytes(StandardCharsets.UTF_8);
        }

        /** The issuer's document, with the key under the name that the input knows it by. */
        Published published() {
            return publishing(List.of(key("publicKeyJwk")));
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
        assertThat(cases()).hasSize(35);
        assertThat(asStated().filter(Predicate.not(Case::isOfCose))).hasSize(13);
        assertThat(asStated().filter(Case::isOfCose)).hasSize(4);
        assertThat(refused()).hasSize(4);
        assertThat(cases().filter(Predicate.not(Case::ofCredentials))).hasSize(14);
    }

    static Stream<Case> asStated() {
        return cases().filter(Case::ofCredentials).filter(each -> !REFUSED.containsKey(each.number()));
    }

    static Stream<Case> refused() {
        return cases().filter(each -> REFUSED.containsKey(each.number()));
    }

    private boolean succeeds(Case each) {
        return each.of("fn").equals("verify")
                ? verifies(each)
                : each.of("feature").equals("credential_jose") && issuesOrRefuses(each);
    }

    /** By the verifier as a whole; its key stands in a controller's document under the name that the input knows it by. */
    private boolean verifies(Case each) {
        return Opening.open(each.handedIn()) instanceof Opened.Credential credential
                && proof(credential.presented(), each.published()) == Check.Result.VALID;
    }

    private Check.Result proof(Presented presented, Published published) {
        return VerifierTest.result(verifier.verify(presented, published, NOW), CheckName.PROOF);
    }

    private static boolean issuesOrRefuses(Case each) {
        try {
            return issues(each);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** No COSE is issued here: so what case 27 asks for is made by a test, byte by byte, and verified by the product. */
    @Test
    void verifiesWhatATestMakesOfTheCaseThatIssuesCose() throws ParseException, JOSEException {
        Case each = cases().filter(one -> one.number() == 27).findFirst().orElseThrow();
        String kid = each.key("publicKeyJwk").path("kid").asText();
        byte[] secret =
                JWK.parse(each.key("secretKeyJwk").toString()).toOctetKeyPair().getDecodedD();
        BouncyCastleEd25519 ed25519 = new BouncyCastleEd25519();
        Cbor header = Cbor.map(
                1, -8, 3, "application/vc", 4, kid.getBytes(StandardCharsets.UTF_8), 16, "application/vc+cose");

        byte[] made = Cbor.signed(
                header,
                Cbor.map(),
                each.input().getBytes(StandardCharsets.UTF_8),
                ed25519.signer(secret, ed25519.publicKey(secret)));

        assertThat(proof(((Opened.Credential) Opening.open(made)).presented(), each.published()))
                .isEqualTo(Check.Result.VALID);
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

    /** The document of the suite's issuer, with these keys under the names that the inputs know them by. */
    static Published publishing(List<JsonNode> keys) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", ISSUER);
        ArrayNode methods = document.putArray("verificationMethod");
        ArrayNode assertion = document.putArray("assertionMethod");
        for (JsonNode key : keys) {
            String method = ISSUER + "#" + key.path("kid").asText();
            methods.addObject().put("id", method).set("publicKeyJwk", key);
            assertion.add(method);
        }
        return new Published().with(ISSUER, document.toString());
    }

    static Stream<Case> cases() {
        return StreamSupport.stream(tree(vector("cases.json")).spliterator(), false)
                .map(Case::new);
    }

    static JsonNode tree(String text) {
        try {
            return EventFormat.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String vector(String name) {
        return Resources.text("/vectors/jose-cose/" + name);
    }
}
