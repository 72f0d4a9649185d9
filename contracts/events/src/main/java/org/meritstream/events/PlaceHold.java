package org.meritstream.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Confer nothing to a learner, nothing of an achievement, or nothing of it to this learner, until the hold is lifted. Its id is the command's.
 *
 * @param learner or null where the hold is on everybody
 * @param achievement its name within the tenant, or null where the hold is on all
 */
public record PlaceHold(
        String tenant, @Nullable UUID learner, @Nullable String achievement) implements EvidenceCommand {
    public PlaceHold {
        Limits.that(learner != null || achievement != null, "a hold is on a learner, on an achievement or on both");
        if (achievement != null) {
            Limits.slug("achievement", achievement);
        }
    }

    @Override
    public String aggregate() {
        return learner == null ? String.valueOf(achievement) : EventData.of(learner);
    }
}
