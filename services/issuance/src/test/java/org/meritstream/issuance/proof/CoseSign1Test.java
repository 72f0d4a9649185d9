package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.meritstream.issuance.Cbor.array;
import static org.meritstream.issuance.Cbor.hex;
import static org.meritstream.issuance.Cbor.joined;
import static org.meritstream.issuance.Cbor.map;
import static org.meritstream.issuance.Cbor.message;
import static org.meritstream.issuance.Cbor.tagged;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.Cbor;

/** How a signed message is taken apart, and what is none. What would keep a process busy is in {@link HostileMessagesTest}. */
class CoseSign1Test {
    private static final byte[] PAYLOAD = "{\"type\":\"VerifiableCredential\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEADER = map(1, -8).encoded();
    private static final byte[] SIGNATURE = new byte[64];
    private static final byte[] WHOLE = message(HEADER, map(), PAYLOAD, SIGNATURE);
    private static final Cbor NULL = hex("f6");

    private static final String NONE = "It is no message with one signature (COSE_Sign1).";
    private static final String BROKEN =
            "It begins as a signed message (COSE) and does not go on as one, or its headers are too long.";
    private static final String DETACHED = "What the message is about does not come with it.";
    private static final String STRANGE = "A part of the message is none that belongs there.";
    private static final String TWICE = "A header of the message says one thing twice.";
    private static final String NO_MAP = "A header of the message is no map.";
    private static final String LABEL = "A header of the message has a label that is neither a number nor a text.";

    @Test
    void takesAMessageApart() {
        CoseSign1 taken = CoseSign1.of(message(HEADER, map("x", 1), PAYLOAD, SIGNATURE));

        assertThat(taken.payload()).isEqualTo(PAYLOAD);
        assertThat(taken.signature()).isEqualTo(SIGNATURE);
        assertThat(taken.protectedHeader().get("1").intValue()).isEqualTo(-8);
        assertThat(taken.unprotectedHeader().get("\"x").intValue()).isOne();
        assertThat(taken.signed())
                .isEqualTo(array("Signature1", HEADER, new byte[0], PAYLOAD).encoded());
    }

    /** RFC 9052, section 2. */
    @Test
    void takesAMessageWithoutItsTag() {
        byte[] message = array(HEADER, map(), PAYLOAD, SIGNATURE).encoded();

        assertThat(CoseSign1.is(message)).isTrue();
        assertThat(CoseSign1.of(message).payload()).isEqualTo(PAYLOAD);
    }

    /** RFC 8949, section 3.2.3: who writes as it comes does not know the length. What was signed is of a known one. */
    @Test
    void takesAPayloadThatComesInPieces() {
        byte[] pieces = message(HEADER, map(), hex("5f427b22457479706522ff"), SIGNATURE);

        assertThat(CoseSign1.of(pieces).payload()).asString().isEqualTo("{\"type\"");
        assertThat(CoseSign1.of(pieces).signed())
                .isEqualTo(array("Signature1", HEADER, new byte[0], "{\"type\"".getBytes(StandardCharsets.UTF_8))
                        .encoded());
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNoMessage(byte[] message, String reason) {
        assertThatThrownBy(() -> CoseSign1.of(message))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                argumentSet("nothing", new byte[0], NONE),
                argumentSet("no CBOR", "Dear Sir or Madam".getBytes(StandardCharsets.UTF_8), NONE),
                argumentSet(
                        "another tag",
                        tagged(998, array(HEADER, map(), PAYLOAD, SIGNATURE)).encoded(),
                        NONE),
                argumentSet("five parts", message(HEADER, map(), PAYLOAD, SIGNATURE, SIGNATURE), NONE),
                argumentSet("a detached payload", message(HEADER, map(), NULL, SIGNATURE), DETACHED),
                argumentSet("a text for a payload", message(HEADER, map(), "{}", SIGNATURE), STRANGE),
                argumentSet("a tag on it", message(HEADER, map(), tagged(24, PAYLOAD), SIGNATURE), STRANGE),
                argumentSet("several signatures", message(HEADER, map(), PAYLOAD, array()), STRANGE),
                argumentSet("a list for a header", message(HEADER, array(), PAYLOAD, SIGNATURE), NO_MAP),
                argumentSet("a tag on a header", message(HEADER, tagged(24, map()), PAYLOAD, SIGNATURE), NO_MAP),
                argumentSet("bytes behind it", joined(WHOLE, new byte[1]), "Something follows the message."),
                argumentSet("cut short", Arrays.copyOf(WHOLE, WHOLE.length - 1), BROKEN),
                argumentSet("cut before its payload", Arrays.copyOf(WHOLE, 4 + HEADER.length), DETACHED));
    }

    @ParameterizedTest
    @MethodSource("malformedHeaders")
    void refusesWhatIsNoHeader(Cbor signed, Cbor beside, String reason) {
        assertThatThrownBy(() -> CoseSign1.of(message(signed.encoded(), beside, PAYLOAD, SIGNATURE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    static Stream<Arguments> malformedHeaders() {
        return Stream.of(
                argumentSet("a list", array(), map(), NO_MAP),
                argumentSet("a label twice", map(1, -8, 1, -7), map(), TWICE),
                argumentSet("a label twice in two forms", hex("a20127180126"), map(), TWICE),
                argumentSet("a label twice beside it", map(), map("x", 1, "x", 2), TWICE),
                argumentSet(
                        "a label in both",
                        map(1, -8),
                        map(1, -7),
                        "The two headers of the message say one thing twice."),
                argumentSet("a claim twice", map(15, map(4, 1, 4, 2)), map(), BROKEN),
                argumentSet(
                        "claims that are no map",
                        map(15, 4),
                        map(),
                        "What the message says of its signature is no map."),
                argumentSet("bytes for a label", map(HEADER, 1), map(), LABEL),
                argumentSet("a tag on a label", map(tagged(1, 1), -8), map(), LABEL),
                argumentSet("a list for a label", map(array(), 1), map(), BROKEN),
                argumentSet("a label without a value", hex("a101"), map(), BROKEN),
                argumentSet("bytes behind it", hex("a10127a0"), map(), "Something follows a header of the message."));
    }

    /** The parser makes one name of both. */
    @Test
    void doesNotTakeATextForANumber() {
        CoseSign1 taken = CoseSign1.of(message(map("1", -8, 1, -7).encoded(), map(), PAYLOAD, SIGNATURE));

        assertThat(taken.protectedHeader().get("1").intValue()).isEqualTo(-7);
        assertThat(taken.protectedHeader().get("\"1").intValue()).isEqualTo(-8);
    }

    /** Whatever is changed in it, it is a message or none; nothing else comes of it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Timeout(60)
    void failsOnlyByItsOwnWord(long seed) {
        Cbor claims = map(1, "did:example:a", 4, hex("fb41d954fc40000000"));
        byte[] header = map(1, -8, 4, PAYLOAD, 15, claims).encoded();
        byte[] good = message(header, map(33, array(PAYLOAD, "x", hex("f5"))), PAYLOAD, SIGNATURE);
        Random random = new Random(seed);
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            boolean whole = random.nextInt(4) > 0;
            byte[] changed = Arrays.copyOf(good, whole ? good.length : 4 + random.nextInt(good.length - 4));
            for (int times = random.nextInt(4); times >= 0; times--) {
                changed[3 + random.nextInt(changed.length - 3)] = (byte) random.nextInt(256);
            }
            taken += takes(changed) ? 1 : 0;
        }
        assertThat(taken).isBetween(1, 19_999);
    }

    private static boolean takes(byte[] message) {
        try {
            CoseSign1.of(message).claims();
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
