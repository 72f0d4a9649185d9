package org.meritstream.assessment.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads times leniently: Canvas' own published samples hold three forms. Without a zone it is UTC. */
public final class SenderTime {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' ']")
            .appendPattern("[XXX][XX][X][z]")
            .toFormatter(Locale.ROOT);

    private SenderTime() {}

    /** The instant, or null when the text is none, or is outside 1990 to 2200 (no store could be relied on to hold it). */
    public static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant instant = instant(LENIENT.parseBest(text, ZonedDateTime::from, LocalDateTime::from));
            return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant instant(TemporalAccessor parsed) {
        return parsed instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : Instant.from(parsed);
    }
}
