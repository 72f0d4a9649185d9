package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The learner took the credential.
 */
public record OfferCollected(String tenant, UUID learner, UUID credential, Channel channel, Instant collectedAt)
        implements WalletEvent {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
