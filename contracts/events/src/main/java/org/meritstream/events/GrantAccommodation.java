package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Owe a learner other terms than the policy's. Why stays with whoever grants it.
 *
 * @param criterion null for every criterion
 * @param extraAttempts on top of the maximum
 * @param due instead of the policy's, where it is later
 */
public record GrantAccommodation(
        String tenant,
        UUID learner,
        String achievement,
        @Nullable String criterion,
        int extraAttempts,
        boolean coolDownWaived,
        @Nullable Instant due)
        implements EvidenceCommand {
    public GrantAccommodation {
        Limits.slug("achievement", achievement);
        Limits.that(extraAttempts >= 0 && extraAttempts <= 1000, "extraAttempts is not 0 to 1000");
        Limits.that(extraAttempts > 0 || coolDownWaived || due != null, "nothing is granted");
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
