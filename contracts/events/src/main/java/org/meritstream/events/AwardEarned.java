package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of an achievement version are met: by evaluation, not yet by the university's decision.
 *
 * @param number counted from 1 per learner and achievement
 * @param releaseAt before which it is not conferred, or null for no such time
 */
public record AwardEarned(
        String tenant,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        int number,
        ReleasePolicy release,
        @Nullable Instant releaseAt,
        Instant earnedAt)
        implements EvidenceEvent {
    public AwardEarned {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        Limits.counted("number", number);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
