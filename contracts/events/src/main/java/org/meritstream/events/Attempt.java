package org.meritstream.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which try it was, as far as the sender says.
 *
 * @param number counted from 1, or null where the sender does not count
 * @param nativeId the sender's id of the attempt or submission, or null
 */
public record Attempt(
        @Nullable Integer number,
        @Nullable String nativeId,
        @Nullable Instant submittedAt) {

    /** The sender says nothing of attempts. */
    public static final Attempt UNKNOWN = new Attempt(null, null, null);

    public Attempt {
        if (number != null) {
            Limits.counted("number", number);
        }
    }
}
