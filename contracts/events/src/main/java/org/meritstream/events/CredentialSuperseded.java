package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential's achievement was awarded again after its award was withdrawn: another credential is its successor.
 *
 * @param by id of the successor
 */
public record CredentialSuperseded(
        String tenant,
        UUID credential,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        UUID by,
        Instant supersededAt)
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
