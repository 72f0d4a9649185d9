package org.meritstream.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The university's decision that the achievement is held.
 *
 * @param number counted from 1 per learner and achievement
 * @param results the marks the award rests on, one per criterion that has one
 * @param evidence the pieces of work the award rests on, or null where it rests on none
 * @param components the credentials the award rests on, or null where it rests on none
 * @param replaces the award of the achievement that was held before and withdrawn, or null where there was none
 */
public record AwardConferred(
        String tenant,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        int number,
        List<AwardResult> results,
        @Nullable List<AwardEvidence> evidence,
        @Nullable List<AwardComponent> components,
        Instant conferredAt,
        @Nullable UUID replaces)
        implements EvidenceEvent {
    public AwardConferred {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        Limits.counted("number", number);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
