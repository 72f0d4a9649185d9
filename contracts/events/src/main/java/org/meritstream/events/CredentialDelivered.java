package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The credential reached a place of the learner's choice.
 */
public record CredentialDelivered(String tenant, UUID learner, UUID credential, Channel channel, Instant deliveredAt)
        implements WalletEvent {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
