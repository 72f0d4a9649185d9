package org.meritstream.issuance.verification;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether it is in force at this moment. */
final class DatesCheck {
    private static final String EXPIRED = "It expired on ";

    private DatesCheck() {}

    /** Whether this says that its time is over. */
    static boolean expired(Check check) {
        return check.result() == Check.Result.INVALID && check.reason().startsWith(EXPIRED);
    }

    static Check check(Inquiry inquiry) {
        try {
            return check(Period.of(inquiry.credential()), inquiry.now());
        } catch (DateTimeException e) {
            return CheckName.DATES.invalid("What it says of its dates are no dates.");
        }
    }

    static Check check(Period period, Instant now) {
        Instant from = period.from();
        Instant until = period.until();
        if (from != null && until != null && until.isBefore(from)) {
            return CheckName.DATES.invalid("It ends before it begins.");
        }
        if (from != null && period.begins(now)) {
            return CheckName.DATES.invalid("It is not in force yet; it will be from " + Words.day(from) + ".");
        }
        if (until != null && period.ended(now)) {
            return CheckName.DATES.invalid(EXPIRED + Words.day(until) + ".");
        }
        return CheckName.DATES.valid(inForce(from, until));
    }

    private static String inForce(@Nullable Instant from, @Nullable Instant until) {
        String since = from == null ? "It says no day from which it is in force" : "In force since " + Words.day(from);
        return until == null ? since + "; it does not expire." : since + ", until " + Words.day(until) + ".";
    }
}
