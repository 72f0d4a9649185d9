package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential waits for its learner to collect it.
 */
public record OfferCreated(String tenant, UUID learner, UUID credential, Instant createdAt) implements WalletEvent {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
