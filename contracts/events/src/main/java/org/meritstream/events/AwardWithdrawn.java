package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The award does not stand any more; its credential is to be revoked.
 *
 * @param number counted from 1 per learner and achievement
 */
public record AwardWithdrawn(
        String tenant,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        int number,
        AwardWithdrawalReason reason,
        Instant withdrawnAt)
        implements EvidenceEvent {
    public AwardWithdrawn {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        Limits.counted("number", number);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
