package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential was revoked: its bit in the status list is set for ever.
 */
public record CredentialRevoked(
        String tenant,
        UUID credential,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        RevocationReason reason,
        Instant revokedAt)
        implements IssuanceEvent {
    public CredentialRevoked {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
