package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The learner decided who may see the credential at its public address.
 */
public record VisibilityChanged(String tenant, UUID learner, UUID credential, Visibility visibility, Instant changedAt)
        implements WalletEvent {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
