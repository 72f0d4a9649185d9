package org.meritstream.events;

import java.util.UUID;

/**
 * The learner collects an offered credential.
 */
public record CollectOffer(String tenant, UUID learner, UUID credential, Channel channel) implements WalletCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
