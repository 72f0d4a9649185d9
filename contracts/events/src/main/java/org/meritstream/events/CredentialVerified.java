package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential of another issuer was verified, and is this learner's: from now on it is held. No learner's name, no mark.
 *
 * @param request which request this answers
 * @param credential what it is held as: the id of the request that first brought it. Another one than {@code request} where it is held already
 * @param issuer id of its issuer, as a rule names it
 * @param achievement id of the achievement at its issuer, as a rule names it
 * @param issuerName what its issuer calls itself, or null where it does not say
 * @param achievementName what its issuer calls the achievement, or null where it does not say
 * @param validUntil when it expires, or null where it does not
 */
public record CredentialVerified(
        String tenant,
        UUID request,
        UUID credential,
        UUID learner,
        String issuer,
        String achievement,
        @Nullable String issuerName,
        @Nullable String achievementName,
        @Nullable Instant validUntil,
        Instant verifiedAt)
        implements IssuanceEvent {
    public CredentialVerified {
        Limits.present("issuer", issuer);
        Limits.present("achievement", achievement);
        Limits.presentOrNull("issuerName", issuerName);
        Limits.presentOrNull("achievementName", achievementName);
    }

    /** Whether this request brought it; else it was held before. */
    public boolean first() {
        return credential.equals(request);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
