package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.meritstream.issuance.Cbor.hex;
import static org.meritstream.issuance.Cbor.joined;
import static org.meritstream.issuance.Cbor.map;
import static org.meritstream.issuance.Cbor.message;
import static org.meritstream.issuance.Cbor.repeated;
import static org.meritstream.issuance.Cbor.tagged;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.issuance.Cbor;

/** Messages that fit into what is taken and ask for more than it is: for memory that they only announce, or for time. */
class HostileMessagesTest {
    private static final int MILLION = 1_000_000;
    private static final byte[] HEADER = map(1, -8).encoded();
    private static final byte[] PAYLOAD = {'{', '}'};
    private static final byte[] SIGNATURE = new byte[64];

    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(5)
    void isRefused(byte[] message) {
        assertThatThrownBy(() -> CoseSign1.of(message)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> hostile() {
        byte[] whole = message(HEADER, map(), PAYLOAD, SIGNATURE);
        byte[] begun = {(byte) 0xd2, (byte) 0x84};
        byte[] tags = repeated(0xc1, MILLION).encoded();
        return Stream.of(
                argumentSet("two billion bytes announced", message(hex("5a7fffffff"), map(), PAYLOAD, SIGNATURE)),
                argumentSet("more than anybody has", message(hex("5b7fffffffffffffff"), map(), PAYLOAD, SIGNATURE)),
                argumentSet("a payload of two billion", message(HEADER, map(), hex("5a7fffffff"), SIGNATURE)),
                argumentSet("a signature of two billion", message(HEADER, map(), PAYLOAD, hex("5a7fffffff"))),
                argumentSet("two billion parameters", message(HEADER, hex("ba7fffffff1863f5"), PAYLOAD, SIGNATURE)),
                argumentSet("a million tags at once", joined(begun, tags)),
                argumentSet("a million tags before it", joined(tags, whole)),
                argumentSet("a million tags behind it", joined(whole, tags)),
                argumentSet(
                        "a million tags on a part",
                        message(HEADER, map(), repeated(0xc1, MILLION, PAYLOAD), SIGNATURE)));
    }

    @ParameterizedTest
    @MethodSource("values")
    @Timeout(5)
    void isRefusedForWhatAHeaderSays(Cbor value) {
        byte[] signed = message(map(99, value).encoded(), map(), PAYLOAD, SIGNATURE);
        byte[] beside = message(HEADER, map(99, value), PAYLOAD, SIGNATURE);

        assertThatThrownBy(() -> CoseSign1.of(signed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CoseSign1.of(beside)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                argumentSet("two billion values", hex("9a7fffffff00")),
                argumentSet("a text of two billion letters", hex("7a7fffffff41")),
                argumentSet("lists within each other", repeated(0x81, 40, 1)),
                argumentSet("a million lists within each other", repeated(0x81, MILLION, 1)),
                argumentSet("the same without lengths", repeated(0x9f, MILLION)),
                argumentSet("a million tags", repeated(0xc1, MILLION, 1)),
                argumentSet("a number of a million digits", tagged(2, new byte[MILLION])),
                argumentSet(
                        "a number of ten thousand digits",
                        tagged(2, repeated(0x59, 1, hex("2710"), repeated(1, 10_000)))),
                argumentSet("more values than anybody means", repeated(0x99, 1, hex("0bb8"), repeated(0, 3_000))));
    }

    /** As many tags as a header has room for cost nobody anything. */
    @Test
    @Timeout(2)
    void isReadWithTagsAsFarAsAHeaderGoes() {
        Cbor tags = repeated(0xc1, 16_000, 1);

        CoseSign1 taken = CoseSign1.of(message(HEADER, map(99, tags), PAYLOAD, SIGNATURE));

        assertThat(taken.unprotectedHeader().get("99").intValue()).isOne();
    }
}
