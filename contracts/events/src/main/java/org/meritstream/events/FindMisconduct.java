package org.meritstream.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Record that misconduct was found. What was handed in until now counts for nothing.
 *
 * @param criterion null for every criterion
 * @param barring whether nothing handed in later counts either
 */
public record FindMisconduct(
        String tenant,
        UUID learner,
        String achievement,
        @Nullable String criterion,
        boolean barring) implements EvidenceCommand {
    public FindMisconduct {
        Limits.slug("achievement", achievement);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
