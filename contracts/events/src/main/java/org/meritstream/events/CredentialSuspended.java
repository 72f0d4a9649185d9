package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential is held back and may be given back: its bit in the suspension list is set until it is reinstated.
 *
 * @param number which suspension of this credential it is, from 1 on
 */
public record CredentialSuspended(
        String tenant,
        UUID credential,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        int number,
        SuspensionReason reason,
        Instant suspendedAt)
        implements IssuanceEvent {
    public CredentialSuspended {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        Limits.counted("number", number);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
