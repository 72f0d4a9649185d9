package org.meritstream.issuance.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.KeyLookup;
import org.meritstream.issuance.proof.ProofVerdict;
import org.meritstream.issuance.proof.VerificationKey;

/** RFC 9901's own examples, and each thing that its section 7.1 says to refuse. */
class RevealedClaimsTest {
    private static final KeyLookup ISSUER =
            KeyLookup.always(VerificationKey.ofJwk(Resources.text("/vectors/sd-jwt/issuer.jwk.json")));
    private static final Set<String> TYPES = Set.of("example+sd-jwt", "dc+sd-jwt");
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"section-5-2", "a-1", "a-2", "a-3", "a-4"})
    void revealsWhatTheSpecificationSays(String name) {
        SdJwt token = example(name);

        assertThat(SignedFixture.JOSE.verify(token.jwt(), TYPES, ISSUER)).isEqualTo(new ProofVerdict.Valid());
        assertThat((JsonNode) RevealedClaims.of(signed(token), token.disclosures()))
                .isEqualTo(json(Resources.text("/vectors/sd-jwt/" + name + ".json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"section-5-1-issued", "a-3-issued", "a-4-issued"})
    void revealsAllThatWasIssued(String name) {
        SdJwt token = example(name);

        String revealed = RevealedClaims.of(signed(token), token.disclosures()).toString();

        assertThat(revealed).doesNotContain("\"_sd", "\"...\"");
        assertThat(token.disclosures())
                .allSatisfy(text -> assertThat(revealed)
                        .contains(Disclosure.of(text).value().toString().replaceAll("[{\\[].*", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"section-5-2", "a-3", "a-4"})
    void findsThatItsHolderHeldTheKey(String name) {
        SdJwt token = example(name);
        String binding = String.valueOf(token.keyBinding());
        KeyBinding check = new KeyBinding(SignedFixture.JOSE);

        assertThat(check.check(token, binding, signed(token), LATER)).isEqualTo(new ProofVerdict.Valid());
        List<String> fewer = token.disclosures().subList(1, token.disclosures().size());
        assertThat(check.check(new SdJwt(token.jwt(), fewer, binding), binding, signed(token), LATER))
                .isEqualTo(new ProofVerdict.Invalid("Its holder signed that other parts of it are disclosed."));
        assertThat(check.check(token, binding, signed(token), Instant.EPOCH)).isInstanceOf(ProofVerdict.Invalid.class);
        assertThat(check.check(token, token.jwt(), signed(token), LATER)).isInstanceOf(ProofVerdict.Invalid.class);
        assertThat(check.check(token, binding, json("{}"), LATER)).isInstanceOf(ProofVerdict.Invalid.class);
    }

    @Test
    void refusesWhatItsIssuerDidNotSign() {
        SdJwt token = example("section-5-2");
        List<String> more = new ArrayList<>(token.disclosures());
        more.add(encoded("[\"salt\",\"is_admin\",true]"));

        assertThatThrownBy(() -> RevealedClaims.of(signed(token), more))
                .hasMessage("The token comes with something that its issuer did not sign.");
    }

    @Test
    void refusesADisclosureThatCameTwice() {
        SdJwt token = example("section-5-2");
        List<String> twice = new ArrayList<>(token.disclosures());
        twice.add(token.disclosures().getFirst());

        assertThatThrownBy(() -> RevealedClaims.of(signed(token), twice)).hasMessageContaining("twice");
    }

    @Test
    void refusesADisclosureWithinOneThatIsMissing() {
        String inner = encoded("[\"salt\",\"street\",\"High Street\"]");
        String outer = encoded("[\"salt\",\"address\",{\"_sd\":[\"" + digest(inner) + "\"]}]");
        JsonNode signed = json("{\"_sd\":[\"" + digest(outer) + "\"]}");

        assertThat(RevealedClaims.of(signed, List.of(inner, outer))
                        .at("/address/street")
                        .asText())
                .isEqualTo("High Street");
        assertThat(RevealedClaims.of(signed, List.of(outer)).path("address")).isEmpty();
        assertThatThrownBy(() -> RevealedClaims.of(signed, List.of(inner))).hasMessageContaining("did not sign");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"_sd":["D"]}                   | ["s","_sd",1]
        {"_sd":["D"]}                   | ["s","...",1]
        {"_sd":["D"],"name":"x"}        | ["s","name",1]
        {"_sd":["D"],"_sd_alg":"sha-1"} | ["s","name",1]
        {"_sd":["D"],"_sd_alg":256}     | ["s","name",1]
        {"_sd":["D"]}                   | ["s",1]
        {"_sd":["D"]}                   | ["s","name",1,2]
        {"_sd":["D"]}                   | ["s",2,1]
        {"_sd":["D"]}                   | [1,"name",1]
        {"_sd":["D"]}                   | {"name":1}
        {"_sd":["D"]}                   | ["s","name",{"a":1,"a":2}]
        {"_sd":["D","D"]}               | ["s","name",1]
        {"_sd":["D"],"a":{"_sd":["D"]}} | ["s","name",1]
        {"_sd":["D"],"a":[{"...":"D"}]} | ["s","name",1]
        {"_sd":"D"}                     | ["s","name",1]
        {"_sd":["D",7]}                 | ["s","name",1]
        {"a":[{"...":"D"}]}             | ["s","name",1]
        {"a":[{"...":"D","b":1}]}       | ["s",1]
        {"a":[{"...":7}]}               | ["s",1]
        {"a":{"...":"D"}}               | ["s",1]
        """)
    void refusesWhatIsNotPutTogetherAsItShouldBe(String signed, String contents) {
        String disclosure = encoded(contents);
        JsonNode claims = json(signed.replace("\"D\"", '"' + digest(disclosure) + '"'));

        assertThatThrownBy(() -> RevealedClaims.of(claims, List.of(disclosure)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesOutWhatIsNotDisclosed() {
        assertThat((JsonNode) RevealedClaims.of(
                        json("{\"_sd\":[\"x\"],\"a\":[1,{\"...\":\"y\"}],\"b\":{\"_sd\":[\"z\"]}}"), List.of()))
                .isEqualTo(json("{\"a\":[1],\"b\":{}}"));
    }

    @Test
    void refusesDisclosuresThatLieTooDeepWithinEachOther() {
        List<String> chain = new ArrayList<>(List.of(encoded("[\"s\",\"a\",1]")));
        for (int i = 0; i < 500; i++) {
            chain.add(encoded("[\"s\",\"a\",{\"_sd\":[\"" + digest(chain.getLast()) + "\"]}]"));
        }
        JsonNode signed = json("{\"_sd\":[\"" + digest(chain.getLast()) + "\"]}");

        assertThatThrownBy(() -> RevealedClaims.of(signed, chain)).hasMessageContaining("too deep");
    }

    @Test
    void refusesDisclosuresOfMoreValuesThanAnybodyWouldRead() {
        List<String> disclosures = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            disclosures.add(encoded("[\"s\",\"" + i + "\",[" + "{},".repeat(40_000) + "{}]]"));
        }
        JsonNode signed = json("{}");

        assertThatThrownBy(() -> RevealedClaims.of(signed, disclosures)).hasMessageContaining("more than anybody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "", "~", "~x~", "a.b.c~~", "a.b.c~x~~y"})
    void isNoTokenWithoutItsParts(String text) {
        assertThatThrownBy(() -> SdJwt.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreDisclosuresThanAnybodyNeeds() {
        assertThatThrownBy(() -> SdJwt.of("a.b.c~" + "x~".repeat(1001))).hasMessageContaining("1000");
    }

    private static SdJwt example(String name) {
        return SdJwt.of(Resources.text("/vectors/sd-jwt/" + name + ".txt").strip());
    }

    private static JsonNode signed(SdJwt token) {
        return json(JoseSecuring.read(token.jwt()).credential());
    }

    private static String digest(String disclosure) {
        return DigestAlgorithm.SHA_256.of(disclosure);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        try {
            return EventFormat.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
