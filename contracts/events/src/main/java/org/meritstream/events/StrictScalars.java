package org.meritstream.events;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads texts, times, ids and decimals from JSON strings alone and only in the form that the schemas give: whatever is read can be
 * written again, stored and reckoned with.
 */
final class StrictScalars extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private static final Pattern DURATION =
            Pattern.compile("P(?=[0-9T])([0-9]{1,4}D)?(T(?=[0-9])([0-9]{1,5}H)?([0-9]{1,5}M)?)?");

    StrictScalars() {
        super("strict scalars");
        addDeserializer(String.class, new FromText<>(String.class, StrictScalars::text));
        addDeserializer(Instant.class, new FromText<>(Instant.class, StrictScalars::instant));
        addDeserializer(Duration.class, new FromText<>(Duration.class, StrictScalars::duration));
        addDeserializer(UUID.class, new FromText<>(UUID.class, StrictScalars::uuid));
        addDeserializer(BigDecimal.class, new FromText<>(BigDecimal.class, Limits::decimal));
    }

    /** Half a surrogate pair cannot be written as UTF-8, and PostgreSQL stores no U+0000. */
    private static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw new IllegalArgumentException("not a text of Unicode scalar values above U+0000");
            }
        }
        return text;
    }

    /** RFC 3339 in UTC; years of four digits, which is what the databases keep. */
    private static Instant instant(String text) {
        Instant instant = Rfc3339.instant(text);
        if (!text.endsWith("Z") || instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new DateTimeException("not a time in UTC in the years 1 to 9999");
        }
        return instant;
    }

    /** Days, hours and minutes (RFC 3339 appendix A); months and years have no one length. */
    private static Duration duration(String text) {
        if (!DURATION.matcher(text).matches()) {
            throw new IllegalArgumentException("not a duration in days, hours and minutes");
        }
        return Duration.parse(text);
    }

    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text)) {
            throw new IllegalArgumentException("not a UUID in its canonical form");
        }
        return uuid;
    }
}
