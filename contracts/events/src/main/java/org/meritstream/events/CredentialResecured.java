package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential has new proofs, by keys that its issuer uses now. It says what it said, under the same id and with the same status entry.
 *
 * @param digest {@code sha-256:<hex>} of the signed JSON document as it is now
 */
public record CredentialResecured(
        String tenant,
        UUID credential,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        String digest,
        Instant securedAt)
        implements IssuanceEvent {
    public CredentialResecured {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        Limits.digest("digest", digest);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
