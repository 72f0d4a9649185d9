package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The validity of a credential is over. It is not revoked: it was true as long as it was valid.
 *
 * @param expiredAt when its validity ended: its {@code validUntil}
 */
public record CredentialExpired(
        String tenant, UUID credential, UUID award, UUID learner, String achievement, int version, Instant expiredAt)
        implements IssuanceEvent {
    public CredentialExpired {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
