package org.meritstream.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of a tenant's signed credentials: those named, or all that match each of the other criteria that are there. Everything is never meant: one criterion
 * is needed.
 *
 * @param credentials by their ids, and by nothing else then; 5,000 at most
 * @param achievement the achievement's name within the tenant
 * @param version of the achievement, which has to be named then
 * @param issuedFrom issued then or later
 * @param issuedBefore issued before then
 * @param state of that state when it is their turn
 */
public record CredentialSelection(
        @Nullable List<UUID> credentials,
        @Nullable String achievement,
        @Nullable Integer version,
        @Nullable Instant issuedFrom,
        @Nullable Instant issuedBefore,
        @Nullable CredentialState state) {
    /** As many may be named. */
    public static final int MOST = 5000;

    public CredentialSelection {
        boolean criteria = achievement != null || issuedFrom != null || issuedBefore != null || state != null;
        Limits.that(criteria || version != null || credentials != null, "select has no criterion");
        Limits.that(
                credentials == null || (!criteria && version == null),
                "select names credentials beside other criteria");
        Limits.that(
                credentials == null || (!credentials.isEmpty() && credentials.size() <= MOST),
                "credentials are 1 to 5000");
        Limits.that(version == null || achievement != null, "version is there without achievement");
        if (achievement != null) {
            Limits.slug("achievement", achievement);
        }
        if (version != null) {
            Limits.counted("version", version);
        }
    }
}
