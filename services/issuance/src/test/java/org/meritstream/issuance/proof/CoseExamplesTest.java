package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.Resources;

/** The messages with one signature of the COSE working group's examples ({@code vectors/SOURCES.md}), which belong to RFC 8152 and RFC 9052. */
class CoseExamplesTest {
    private static final CoseSecuring COSE = new CoseSecuring(new Signatures(new BouncyCastleEd25519()));

    private static final List<String> GOOD = List.of("ecdsa-sig-01", "ecdsa-sig-02", "eddsa-sig-01", "sign-pass-03");
    private static final List<String> BAD =
            List.of("sign-fail-01", "sign-fail-02", "sign-fail-03", "sign-fail-04", "sign-fail-06", "sign-fail-07");
    /** Good ones that are refused here, and why. */
    private static final Map<String, String> REFUSED = Map.of(
            "sign-pass-01", "Its algorithm is not signed: RFC 9052, section 3.1 asks for that where it can be.",
            "sign-pass-02", "Data from elsewhere is signed with it, of which there is none with a credential.",
            "ecdsa-sig-03", "ES512 is no algorithm that is known here.",
            "ecdsa-sig-04", "ES512 is no algorithm that is known here.",
            "eddsa-sig-02", "Ed448 is no kind of key that is known here.");

    @ParameterizedTest
    @MethodSource("good")
    void verifiesAGoodOne(String name) {
        assertThat(stands(name)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesABadOne(String name) {
        assertThat(tree(name).path("fail").asBoolean()).isTrue();
        assertThat(stands(name)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesAGoodOneThatAsksForMoreThanIsDoneHere(String name) {
        assertThat(stands(name)).as(REFUSED.get(name)).isFalse();
    }

    /** Of the others something was changed after they were signed, or is signed that is not in them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ecdsa-sig-01",
                "ecdsa-sig-02",
                "ecdsa-sig-03",
                "ecdsa-sig-04",
                "eddsa-sig-01",
                "eddsa-sig-02",
                "sign-pass-03"
            })
    void saysWhatIsSignedToTheByte(String name) {
        String stated = tree(name).at("/intermediates/ToBeSign_hex").asText();

        assertThat(CoseSign1.of(message(name)).signed())
                .isEqualTo(HexFormat.of().parseHex(stated));
    }

    @Test
    void isEachOnceOnOneOfTheLists() {
        assertThat(Stream.of(good(), bad(), refused()).flatMap(names -> names))
                .hasSize(15)
                .doesNotHaveDuplicates();
    }

    static Stream<String> good() {
        return GOOD.stream();
    }

    static Stream<String> bad() {
        return BAD.stream();
    }

    static Stream<String> refused() {
        return REFUSED.keySet().stream();
    }

    private static boolean stands(String name) {
        try {
            VerificationKey key = VerificationKey.ofJwk(key(name));
            return COSE.verify(CoseSign1.of(message(name)), "11", KeyLookup.always(key)) instanceof ProofVerdict.Valid;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** As a JWK of a public key: theirs say an Ed25519 key in hexadecimal, and the private key beside it. */
    private static String key(String name) {
        ObjectNode key = (ObjectNode) tree(name).at("/input/sign0/key");
        if (key.has("x_hex")) {
            byte[] x = HexFormat.of().parseHex(key.path("x_hex").textValue());
            key.put("x", Base64.getUrlEncoder().withoutPadding().encodeToString(x));
        }
        return key.remove(Set.of("d", "d_hex", "x_hex")).toString();
    }

    private static byte[] message(String name) {
        return HexFormat.of().parseHex(tree(name).at("/output/cbor").asText());
    }

    private static JsonNode tree(String name) {
        try {
            return Objects.requireNonNull(EventFormat.JSON.readTree(Resources.text("/vectors/cose/" + name + ".json")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
