package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential of another issuer that is held was looked at again, and its issuer has taken it back. What expires is not told: its time was told
 * with it.
 *
 * @param credential what it is held as
 * @param issuer id of its issuer
 * @param achievement id of the achievement at its issuer
 */
public record CredentialLapsed(
        String tenant,
        UUID credential,
        UUID learner,
        String issuer,
        String achievement,
        LapseReason reason,
        Instant lapsedAt)
        implements IssuanceEvent {
    public CredentialLapsed {
        Limits.present("issuer", issuer);
        Limits.present("achievement", achievement);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
