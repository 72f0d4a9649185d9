package org.meritstream.issuance.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk operation would come to, were it begun now.
 *
 * @param exact whether the time sufficed; else each number is at least so many
 * @param counts of all of its credentials, on the first page alone
 * @param rows a page of them, in the order of their ids
 * @param next what the page after it goes on after, or null where this is the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Foreseen(
        boolean exact,
        @Nullable Counts counts,
        List<BulkRow> rows,
        @Nullable UUID next) {

    /**
     * How many.
     *
     * @param done of which it would be done
     * @param already of these, of which it is so already
     * @param refused of which it would not be done
     * @param reasons how many of these for which reason
     */
    record Counts(long total, long done, long already, long refused, SortedMap<String, Long> reasons) {}
}
