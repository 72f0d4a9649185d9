package org.meritstream.walletsync.claim;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a single-use link is good for.
 *
 * @param spentAt when its button was pressed, or null
 */
public record Claim(
        String tenant,
        UUID learner,
        UUID credential,
        Instant expiresAt,
        @Nullable Instant spentAt) {

    /** The same for another credential of this learner. */
    Claim of(UUID other) {
        return new Claim(tenant, learner, other, expiresAt, spentAt);
    }
}
