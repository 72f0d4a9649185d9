package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An award would have been conferred, but for a hold or a pause.
 *
 * @param number counted from 1 per learner and achievement
 */
public record AwardWithheld(
        String tenant,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        int number,
        WithholdingReason reason,
        Instant withheldAt)
        implements EvidenceEvent {
    public AwardWithheld {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        Limits.counted("number", number);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
