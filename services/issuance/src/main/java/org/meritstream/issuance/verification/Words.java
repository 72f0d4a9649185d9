package org.meritstream.issuance.verification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in words. */
public final class Words {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    /** Such as 20 November 2026. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** Such as 20 November 2026, 10:15:30 UTC. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant);
    }
}
