package org.meritstream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.Contracts.Example;

/**
 * Whatever stands on a topic, the reader gives an event that can be written and read again, or {@link MalformedEvent} and nothing else:
 * any other fault would be taken for a dependency's and stop the partition.
 */
@Timeout(120)
class HostileInputContractTest {
    private static final int ROUNDS_PER_EXAMPLE = 400;

    static Stream<Example> valid() {
        return Contracts.validExamples();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void refusesEveryTruncation(Example example) {
        byte[] whole =
                new String(example.json(), StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < whole.length; length++) {
            assertThat(readBack(example.type(), Arrays.copyOf(whole, length)))
                    .as("the first %d bytes", length)
                    .isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void refusesAMemberGivenTwice(Example example) {
        String json = text(example);
        int end = json.indexOf(',') < 0 ? json.indexOf('}') : json.indexOf(',');
        String member = json.substring(json.indexOf('"'), end);

        refuses(example.type(), json.replaceFirst("\\{", "{" + member + ","));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void refusesWhatFollowsTheData(Example example) {
        refuses(example.type(), text(example) + "{}");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsNotAnObject(EventType type) {
        for (String json : List.of("", " ", "null", "[]", "\"\"", "0", "true", "NaN", "{}", "\u0000", "{\"tenant\"}")) {
            refuses(type, json);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesDeepNestingInAMemberThatItWouldPassBy(EventType type) {
        String json = new String(Contracts.example(type, "minimal"), StandardCharsets.UTF_8);
        String deep = "\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",";

        refuses(type, json.replaceFirst("\\{", "{" + deep));
    }

    @Test
    void refusesRulesNestedDeeperThanTheLimit() {
        String json = new String(Contracts.example(EventType.ACHIEVEMENT_PUBLISHED, "minimal"), StandardCharsets.UTF_8);
        String open = "\"rule\": " + "{\"kind\":\"all\",\"of\":[".repeat(40);
        String nested = json.replace("\"rule\": ", open);
        int end = nested.indexOf('}', nested.indexOf("threshold")) + 1;

        refuses(EventType.ACHIEVEMENT_PUBLISHED, nested.substring(0, end) + "]}".repeat(40) + nested.substring(end));
    }

    @ParameterizedTest
    @MethodSource("hugeNumbers")
    void refusesANumberTooLargeToReckonWith(String number) {
        String json = new String(Contracts.example(EventType.ASSESSMENT_COMPLETED, "full"), StandardCharsets.UTF_8);

        refuses(EventType.ASSESSMENT_COMPLETED, json.replace("\"17.50\"", number));
        refuses(EventType.ASSESSMENT_COMPLETED, json.replace("\"number\": 2", "\"number\": " + number));
    }

    static Stream<String> hugeNumbers() {
        return Stream.of(
                "1e999999999",
                "\"1E+999999999\"",
                "\"1E-999999999\"",
                "-1e400",
                "9".repeat(1_000_000),
                "\"" + "9".repeat(1_000_000) + "\"",
                "\"1E99\"",
                "0." + "0".repeat(500) + "1",
                "Infinity",
                "\"Infinity\"",
                "4294967298");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void endsAMutationInAnEventOrARefusal(Example example) {
        long seed =
                Long.getLong("meritstream.seed", 20261123L) ^ example.toString().hashCode();
        Mutations mutations = new Mutations(new Random(seed));

        for (int round = 0; round < ROUNDS_PER_EXAMPLE; round++) {
            byte[] json = round % 2 == 0 ? mutations.ofBytes(example.json()) : mutations.ofTree(example.json());
            try {
                readBack(example.type(), json);
            } catch (RuntimeException | AssertionError e) {
                fail("seed " + seed + ", round " + round + ": " + new String(json, StandardCharsets.ISO_8859_1), e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsWhateverTheSchemaAllows(Example example) {
        long seed =
                Long.getLong("meritstream.seed", 20261123L) ^ example.toString().hashCode();
        Mutations mutations = new Mutations(new Random(seed));

        for (int round = 0; round < ROUNDS_PER_EXAMPLE / 2; round++) {
            byte[] json = mutations.ofTree(example.json());
            if (Schemas.refusals(example.type(), json).isEmpty() && !noSchemaCanTell(json)) {
                assertThatCode(() -> EventFormat.data(example.type(), json))
                        .as("seed %d, round %d: %s", seed, round, new String(json, StandardCharsets.US_ASCII))
                        .doesNotThrowAnyException();
            }
        }
    }

    /** Texts that are not Unicode, and an award rule that asks for more than the criteria there are. */
    private static boolean noSchemaCanTell(byte[] json) {
        String text = new String(json, StandardCharsets.US_ASCII);
        boolean notUnicode = text.contains("\\u0000") || text.contains("\"\\uD800\"");
        return notUnicode || (text.contains("AT_LEAST") && !text.contains("}},{\"id\""));
    }

    @Test
    void refusesEveryHeaderMutationItCannotRead() {
        Random random = new Random(Long.getLong("meritstream.seed", 20261123L));
        byte[] body = Contracts.example(EventType.OFFER_CREATED, "minimal");

        for (int round = 0; round < 5_000; round++) {
            var headers = Mutations.ofHeaders(random);
            try {
                assertThat(EventFormat.read(headers, body).header().id()).isEqualTo(headers.get("ce_id"));
            } catch (MalformedEvent refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    /** Reads; when that succeeds, the event must survive being written. Null when it was refused. */
    private static @Nullable EventData readBack(EventType type, byte[] json) {
        EventData data;
        try {
            data = EventFormat.data(type, json);
        } catch (MalformedEvent refused) {
            return null;
        }
        assertThat(EventFormat.data(type, EventFormat.bytes(data))).isEqualTo(data);
        return data;
    }

    private static void refuses(EventType type, String json) {
        assertThatThrownBy(() -> EventFormat.data(type, json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedEvent.class);
    }

    private static String text(Example example) {
        return new String(example.json(), StandardCharsets.UTF_8);
    }
}
