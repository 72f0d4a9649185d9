package org.meritstream.issuance.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads which page is asked for; each fault is answered 400 with its place. */
final class Paging {
    private static final UUID FIRST = new UUID(0, 0);

    private Paging() {}

    /** A number from 1 to a most. */
    static int limit(@Nullable String said, int usual, int most) {
        return number("limit", said, usual, most);
    }

    /** The same of another parameter. */
    static int number(String parameter, @Nullable String said, int usual, int most) {
        if (said == null) {
            return usual;
        }
        if (!said.matches("[1-9][0-9]{0,8}") || Integer.parseInt(said) > most) {
            throw BulkProblems.malformed(parameter, "A number from 1 to " + most + ".");
        }
        return Integer.parseInt(said);
    }

    /** The credential that a page goes on after. */
    static UUID after(@Nullable String said) {
        try {
            return said == null ? FIRST : UUID.fromString(said);
        } catch (IllegalArgumentException e) {
            throw BulkProblems.malformed("after", "The id that the page before ended with.");
        }
    }

    static BulkRow.@Nullable Outcome verdict(@Nullable String said) {
        for (BulkRow.Outcome outcome : BulkRow.Outcome.values()) {
            if (outcome.name().equals(said)) {
                return outcome;
            }
        }
        if (said != null) {
            throw BulkProblems.malformed("verdict", "DONE or REFUSED.");
        }
        return null;
    }
}
