package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential as outside subscribers of a tenant see it: no personal data, the whole current state of its key.
 *
 * @param id pairwise: of this credential in this feed alone, not derivable by a subscriber
 * @param revocationReason why it was revoked, or null where it was not, or was before feeds told why
 * @param expired true once its validity is over, whether or not it was revoked besides; null before, and where it does not end
 * @param suspended since when it is suspended, in whole seconds; null where it is not, and where it was revoked
 * @param issuedAt in whole seconds, as updatedAt: a finer time would tell whose entry it is
 */
public record FeedEntry(
        String tenant,
        UUID id,
        String achievement,
        int version,
        String achievementName,
        String achievementAddress,
        CredentialState state,
        Instant issuedAt,
        Instant updatedAt,
        @Nullable RevocationReason revocationReason,
        @Nullable Boolean expired,
        @Nullable Instant suspended)
        implements IssuanceEvent {
    public FeedEntry {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
    }

    @Override
    public String aggregate() {
        return id.toString();
    }
}
