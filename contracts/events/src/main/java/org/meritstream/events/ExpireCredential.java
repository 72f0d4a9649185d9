package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The validity of a credential is over: tell of it. Fell due by the service's own timer.
 */
public record ExpireCredential(String tenant, UUID credential, UUID learner, Instant validUntil)
        implements IssuanceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
