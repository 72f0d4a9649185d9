package org.meritstream.walletsync.claim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a link still opens. Expiry is decided on reading: the sweep only tidies. */
public final class ClaimDecision {
    private ClaimDecision() {}

    /** What a link is. */
    public sealed interface Result {

        /** It opens once. */
        record Open(Claim claim) implements Result {}

        /** Its button was pressed before. */
        record Spent(Claim claim) implements Result {}

        /** Its time is over. */
        record Expired(Claim claim) implements Result {}

        /** No such link was given out, or so long ago that it is forgotten. */
        record Unknown() implements Result {}
    }

    /** Decides on what the store holds of it. */
    public static Result decide(@Nullable Claim held, Instant now) {
        if (held == null) {
            return new Result.Unknown();
        }
        if (held.spentAt() != null) {
            return new Result.Spent(held);
        }
        return now.isBefore(held.expiresAt()) ? new Result.Open(held) : new Result.Expired(held);
    }
}
