package org.meritstream.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ask another person to look again at what was decided. Why stays in the store.
 *
 * @param criterion whose review it is against, or null where it is against a finding of misconduct
 * @param misconduct id of the finding it is against, or null where it is against a review
 * @param reason digest of why
 */
public record LodgeAppeal(
        String tenant,
        UUID learner,
        String achievement,
        @Nullable String criterion,
        @Nullable UUID misconduct,
        String reason)
        implements EvidenceCommand {
    public LodgeAppeal {
        Limits.slug("achievement", achievement);
        Limits.that((criterion == null) != (misconduct == null), "it is against a criterion or a misconduct");
        Limits.digest("reason", reason);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
