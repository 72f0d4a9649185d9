package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another credential has taken a credential's place: its achievement was awarded again after its award was withdrawn, or the same award's
 * credential was issued anew.
 *
 * @param by id of the successor
 * @param reason why, or null where it was awarded again before events told why
 */
public record CredentialSuperseded(
        String tenant,
        UUID credential,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        UUID by,
        Instant supersededAt,
        @Nullable SuccessionReason reason)
        implements IssuanceEvent {
    public CredentialSuperseded {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
