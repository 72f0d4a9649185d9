package org.meritstream.events;

import java.util.UUID;

/**
 * The learner shares a credential, or no longer shares it.
 */
public record ChangeVisibility(String tenant, UUID learner, UUID credential, Visibility visibility)
        implements WalletCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
