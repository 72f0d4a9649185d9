package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.meritstream.issuance.Cbor.array;
import static org.meritstream.issuance.Cbor.hex;
import static org.meritstream.issuance.Cbor.map;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.issuance.Cbor;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;

/** What the headers of a signed message may say, and what not. Each message is properly signed by the issuer's one key. */
class MessageHeadersTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final long SECONDS = NOW.getEpochSecond();
    private static final String KEY = SignedFixture.options().verificationMethod();
    private static final Cbor NAMED = map(4, bytes(KEY));
    private static final Cbor OVER = map(4, SECONDS);
    private static final String UNSIGNED = "under its signature by what algorithm";
    private static final String ALGORITHM = "algorithm is not one that";
    private static final String TYPE = "type is not the one";
    private static final String CONTENT = "content is not a credential";
    private static final String EXTENSION = "an extension that is not known";

    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @ParameterizedTest
    @MethodSource("plain")
    void takesHeadersThatSayNothingElse(Cbor signed, Cbor beside) {
        assertThat(proof(signed, beside).result()).isEqualTo(Check.Result.VALID);
    }

    static Stream<Arguments> plain() {
        byte[] last = bytes(KEY.substring(KEY.indexOf('#') + 1));
        Cbor claims = map(1, Fixtures.NORTHGATE.did(), 4, SECONDS + 1, 5, SECONDS);
        return Stream.of(
                argumentSet("the curve in the algorithm", map(1, -19, 4, bytes(KEY)), map()),
                argumentSet("the key beside the signature", map(1, -8), NAMED),
                argumentSet("the last part of the key's name", map(1, -8, 4, last), map()),
                argumentSet("types in another spelling", map(1, -8, 3, "Application/VC", 16, "vc+cose"), NAMED),
                argumentSet("claims that hold", map(1, -8, 15, claims), NAMED),
                argumentSet("claims that nobody signed", map(1, -8, 4, bytes(KEY)), map(15, OVER)),
                argumentSet("what is not known", map(1, -8, "x", array(1), 4, bytes(KEY)), map(33, new byte[9])),
                argumentSet("what is known and has to be", map(1, -8, 2, array(1, 4), 4, bytes(KEY)), map()));
    }

    @ParameterizedTest
    @MethodSource("otherwise")
    void refusesHeadersThatSaySomethingElse(Cbor signed, Cbor beside, String reason) {
        Check proof = proof(signed, beside);

        assertThat(proof.result()).isEqualTo(Check.Result.INVALID);
        assertThat(proof.reason()).contains(reason);
    }

    static Stream<Arguments> otherwise() {
        return Stream.of(
                argumentSet("no algorithm", map(), map(), UNSIGNED),
                argumentSet("no header at all", hex(""), map(), UNSIGNED),
                argumentSet("an algorithm that is not signed", map(), map(1, -8), UNSIGNED),
                argumentSet("ES512", map(1, -36), map(), ALGORITHM),
                argumentSet("an HMAC", map(1, 5), map(), ALGORITHM),
                argumentSet("an algorithm in words", map(1, "EdDSA"), map(), ALGORITHM),
                argumentSet("an algorithm beyond all numbers", map(1, hex("1bffffffffffffffff")), map(), ALGORITHM),
                argumentSet("an algorithm of other keys", map(1, -7), NAMED, "does not go with the kind"),
                argumentSet("a presentation's type", map(1, -8, 16, "application/vp+cose"), map(), TYPE),
                argumentSet("another type beside it", map(1, -8), map(16, "application/cwt"), TYPE),
                argumentSet("a type by number", map(1, -8, 16, 61), map(), TYPE),
                argumentSet("other content", map(1, -8, 3, "application/vp"), map(), CONTENT),
                argumentSet("content by number", map(1, -8, 3, 50), map(), CONTENT),
                argumentSet("an extension", map(1, -8, 2, array("x"), "x", 1), map(), EXTENSION),
                argumentSet("an extension that is not there", map(1, -8, 2, array(3)), map(), EXTENSION),
                argumentSet("no extension", map(1, -8, 2, array()), map(), EXTENSION),
                argumentSet("an extension beside it", map(1, -8), map(2, array(1)), EXTENSION),
                argumentSet("a key by a text", map(1, -8, 4, KEY), map(), "no name"),
                argumentSet("a key of nobody", map(1, -8, 4, bytes("x")), map(), "not among the keys"),
                argumentSet("somebody else's key", map(1, -8, 4, bytes("did:web:u.example#1")), map(), "not among"),
                argumentSet("a time that is over", map(1, -8, 15, OVER), map(), "a time that is over"),
                argumentSet("a time to come", map(1, -8, 15, map(5, SECONDS + 1)), map(), "has not begun"),
                argumentSet("no time", map(1, -8, 15, map(4, hex("f97e00"))), map(), "no number of seconds"),
                argumentSet("another issuer", map(1, -8, 15, map(1, "did:web:u.example")), map(), "claim iss"));
    }

    @Test
    void needsNoNameOfTheOnlyKeyThatThereIs() {
        String only = "did:key:" + SignedFixture.MULTIKEY;
        String document = SignedFixture.document().replace(Fixtures.NORTHGATE.did(), only);

        assertThat(proof(SignedFixture.message(map(1, -8), map(), document)).result())
                .isEqualTo(Check.Result.VALID);
        assertThat(proof(map(1, -8), map()).reason()).contains("does not say by which of its issuer's keys");
    }

    /** Of bytes there is no saying whether they are somebody's key. */
    @Test
    void canNotTellAKeyByBytesThatAreNoText() {
        assertThat(proof(map(1, -8, 4, new byte[] {(byte) 0xff, 0x12}), map()).result())
                .isEqualTo(Check.Result.UNCHECKED);
    }

    private Check proof(Cbor signed, Cbor beside) {
        return proof(SignedFixture.message(signed, beside, SignedFixture.document()));
    }

    private Check proof(byte[] message) {
        Presented presented = ((Opened.Credential) Opening.open(message)).presented();
        return VerifierTest.check(verifier.verify(presented, Published.byNorthgate(), NOW), CheckName.PROOF);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
