package org.meritstream.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential of another issuer that was found to be genuine, in force and its learner's: what is kept of it.
 *
 * @param id as its issuer names it
 * @param issuer id of its issuer
 * @param achievement id of the achievement at its issuer
 * @param issuerName what its issuer calls itself, or null where it does not say
 * @param achievementName what its issuer calls the achievement, or null where it does not say
 * @param validUntil when it expires, or null where it does not
 * @param watched JSON text of what its status is read by (its id, its issuer, its {@code credentialStatus}), or null where it names no list
 * @param lookAgainAt when its status is to be read again, or null where it is never
 */
public record ForeignCredential(
        String id,
        String issuer,
        String achievement,
        @Nullable String issuerName,
        @Nullable String achievementName,
        @Nullable Instant validUntil,
        @Nullable String watched,
        @Nullable Instant lookAgainAt) {
    public ForeignCredential {
        Limits.present("id", id);
        Limits.present("issuer", issuer);
        Limits.present("achievement", achievement);
        Limits.presentOrNull("issuerName", issuerName);
        Limits.presentOrNull("achievementName", achievementName);
    }
}
