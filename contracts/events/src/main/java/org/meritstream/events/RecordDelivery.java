package org.meritstream.events;

import java.util.UUID;

/**
 * The learner took a copy of the credential.
 */
public record RecordDelivery(String tenant, UUID learner, UUID credential, Channel channel) implements WalletCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
