package org.meritstream.walletsync.claim;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.meritstream.events.Channel;
import org.meritstream.events.RecordRefusal;
import org.meritstream.events.RevocationReason;

/** How a page says times, channels and reasons. */
final class Words {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    static String day(Instant time) {
        return DAY.format(time);
    }

    static String moment(Instant time) {
        return MOMENT.format(time);
    }

    static String of(Channel channel) {
        return switch (channel) {
            case CLAIM_PAGE -> "Opened on this page";
            case DOWNLOAD -> "Downloaded as a file";
        };
    }

    static String of(RecordRefusal reason) {
        return switch (reason) {
            case NO_ISSUER, UNKNOWN_LEARNER ->
                "The institution does not know you well enough yet. Ask again tomorrow, or ask its office.";
            case NOTHING_HELD -> "No credential of yours stands at present.";
            case UNKNOWN_STACK -> "The credential does not stand any more.";
            case NO_STACK -> "The credential is built on no other that stands.";
            case TOO_MUCH ->
                "You hold more credentials than fit into one record. Ask for a record of one that is built on others.";
            case UNSIGNABLE ->
                "It would not have kept to its standard, so it was not signed. Ask the institution's office.";
        };
    }

    static String of(RevocationReason reason) {
        return switch (reason) {
            case ISSUED_IN_ERROR -> "It was issued in error.";
            case AWARD_WITHDRAWN -> "The award it stands for was withdrawn.";
            case MISCONDUCT -> "The issuer found misconduct.";
            case HOLDER_REQUEST -> "You asked for it.";
        };
    }
}
