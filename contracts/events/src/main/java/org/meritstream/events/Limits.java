package org.meritstream.events;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the contract asks of values beyond their type. A refusal names the member, never the value. */
final class Limits {
    /** A tenant is part of topic names and record keys. */
    private static final Pattern TENANT = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    /** An achievement's name is part of public addresses, behind {@code tenant.}. */
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,98}[a-z0-9])?");

    private static final Pattern DIGEST = Pattern.compile("sha-256:[0-9a-f]{64}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?(E[+-]?[0-9]{1,2})?");
    private static final int MAX_SCALE = 40;

    private Limits() {}

    static void tenant(String value) {
        if (!TENANT.matcher(value).matches()) {
            throw new MalformedEvent("tenant is not 1 to 40 lower-case letters, digits and inner hyphens");
        }
    }

    static void slug(String member, String value) {
        if (!SLUG.matcher(value).matches()) {
            throw new MalformedEvent(
                    member + " is not 1 to 100 lower-case letters, digits, inner hyphens and underscores");
        }
    }

    static void counted(String member, long value) {
        if (value < 1) {
            throw new MalformedEvent(member + " counts from 1");
        }
    }

    static void present(String member, String value) {
        if (value.isBlank()) {
            throw new MalformedEvent(member + " is blank");
        }
    }

    static void presentOrNull(String member, @Nullable String value) {
        if (value != null) {
            present(member, value);
        }
    }

    static void digest(String member, String value) {
        if (!DIGEST.matcher(value).matches()) {
            throw new MalformedEvent(member + " is not sha-256: and 64 lower-case hexadecimal digits");
        }
    }

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new MalformedEvent(otherwise);
        }
    }

    /** Small enough to be added, compared and divided at no noticeable cost: 1E+999999999 is a short text and a huge number. */
    static void decimal(String member, BigDecimal value) {
        if (value.precision() > MAX_SCALE || Math.abs((long) value.scale()) > MAX_SCALE) {
            throw new MalformedEvent(member + " has more than 40 digits before or after its point");
        }
    }

    /** Reads a decimal as {@link BigDecimal#toString()} writes it. */
    static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new MalformedEvent("a decimal is not in the form of the contract");
        }
        return new BigDecimal(text);
    }
}
