package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * From when until when a document says it is in force (VC Data Model 2.0, section 4.9); of the data model 1.1 under its older names.
 *
 * @param from null where it does not say
 * @param until null where it does not say
 */
public record Period(@Nullable Instant from, @Nullable Instant until) {

    /**
     * As a document says.
     *
     * @throws DateTimeException when it says something else than moments
     */
    public static Period of(JsonNode document) {
        return new Period(
                moment(document, "validFrom", "issuanceDate"), moment(document, "validUntil", "expirationDate"));
    }

    /** Whether it is in force; what is unreadable is not. */
    static boolean covers(JsonNode document, Instant now) {
        try {
            Period period = of(document);
            return !period.begins(now) && !period.ended(now);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether a moment lies behind, where there is one; what is unreadable does. */
    static boolean over(JsonNode moment, Instant now) {
        try {
            return !moment.isMissingNode()
                    && OffsetDateTime.parse(moment.asText()).toInstant().isBefore(now);
        } catch (DateTimeException e) {
            return true;
        }
    }

    /** It is only to begin. */
    public boolean begins(Instant now) {
        return from != null && now.isBefore(from);
    }

    /** It is over. */
    boolean ended(Instant now) {
        return until != null && now.isAfter(until);
    }

    private static @Nullable Instant moment(JsonNode document, String name, String olderName) {
        JsonNode value = document.has(name) ? document.path(name) : document.path(olderName);
        return value.isMissingNode()
                ? null
                : OffsetDateTime.parse(value.asText()).toInstant();
    }
}
