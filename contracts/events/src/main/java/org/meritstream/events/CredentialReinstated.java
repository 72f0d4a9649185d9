package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The suspension of a credential is over, and it stands as before: its bit in the suspension list is clear again.
 *
 * @param number which suspension of this credential is over
 */
public record CredentialReinstated(
        String tenant,
        UUID credential,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        int number,
        Instant reinstatedAt)
        implements IssuanceEvent {
    public CredentialReinstated {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        Limits.counted("number", number);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
