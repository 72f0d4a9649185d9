package org.meritstream.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are read by hand as the JDK reads them, whatever is written. */
class Rfc3339Test {
    private static final int MANY = 20_000;
    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T09:00:00Z",
                "2024-02-29T23:59:59.999999999Z",
                "2023-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2000-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T23:60:00Z",
                "2026-12-31T23:59:60Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00.1Z",
                "2026-01-01T00:00:00.0000000001Z",
                "2026-01-01T00:00:00,5Z",
                "2026-01-01t00:00:00z",
                "2026-01-01T00:00Z",
                "2026-01-01T00:00:00+00:00",
                "2026-01-01 00:00:00Z",
                "0000-01-01T00:00:00Z",
                "-001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "２０２６-01-01T00:00:00Z",
                "",
                "Z"
            })
    void saysWhatTheJdkSays(String text) {
        assertThat(byHand(text)).isEqualTo(byTheJdk(text));
    }

    @Test
    void readsEveryTimeThatIsWritten() {
        Random random = new Random(3339);
        for (int i = 0; i < MANY; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(FIRST, LAST), nano(random));

            assertThat(Rfc3339.instant(instant.toString())).isEqualTo(instant);
        }
    }

    @Test
    void saysWhatTheJdkSaysOfTextsThatAreAlmostTimes() {
        Random random = new Random(822);
        String characters = "0123456789-:.TZ+ tz";
        for (int i = 0; i < MANY; i++) {
            StringBuilder text = new StringBuilder(Instant.ofEpochSecond(random.nextLong(FIRST, LAST), nano(random))
                    .toString());
            int place = random.nextInt(text.length());
            text.setCharAt(place, characters.charAt(random.nextInt(characters.length())));

            assertThat(byHand(text.toString())).as("%s", text).isEqualTo(byTheJdk(text.toString()));
        }
    }

    private static long nano(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000) * 1_000_000L;
            case 2 -> random.nextInt(1_000_000) * 1_000L;
            default -> random.nextInt(1_000_000_000);
        };
    }

    private static Optional<Instant> byHand(String text) {
        try {
            return Optional.of(Rfc3339.instant(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> byTheJdk(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
