package org.meritstream.issuance.verification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in words, and what strangers wrote where words of ours quote it. */
public final class Words {
    /** Letters that are quoted of anything: a reason is read by people, and may be remembered. */
    private static final int QUOTED = 200;

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

    /** What a document says, as much of it as a sentence can bear. */
    static String quoted(String text) {
        if (text.length() <= QUOTED) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(QUOTED - 1)) ? QUOTED - 1 : QUOTED;
        return text.substring(0, end) + "…";
    }

    /** Such as 20 November 2026, 10:15:30 UTC. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant);
    }
}
