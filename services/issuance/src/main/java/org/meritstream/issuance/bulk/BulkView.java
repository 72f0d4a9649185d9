package org.meritstream.issuance.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk operation as staff see it.
 *
 * @param reason of revocations alone
 * @param suspension why, of suspensions alone
 * @param state whether anything is left to be done
 * @param total how many credentials it is about; null in a list of operations where it would have to be counted
 * @param done of how many what was asked is so by now
 * @param refused of how many it is not to be done, each with its reason among the rows
 * @param rows where it is read what became of each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkView(
        UUID id,
        String operation,
        @Nullable String reason,
        @Nullable String suspension,
        Select select,
        OffsetDateTime begunAt,
        State state,
        @Nullable Long total,
        long done,
        long refused,
        String rows) {

    /** How far it is. */
    public enum State {
        UNDER_WAY,
        DONE
    }

    /**
     * Which credentials it is about.
     *
     * @param credentials how many were named
     * @param securedBy they are secured by one of these verification methods
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Select(
            @Nullable Integer credentials,
            @Nullable String achievement,
            @Nullable Integer version,
            @Nullable OffsetDateTime issuedFrom,
            @Nullable OffsetDateTime issuedBefore,
            @Nullable String state,
            java.util.@Nullable List<String> securedBy) {}
}
