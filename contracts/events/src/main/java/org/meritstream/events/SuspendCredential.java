package org.meritstream.events;

import java.util.UUID;

/**
 * Hold a credential back, so that it may be given back.
 */
public record SuspendCredential(String tenant, UUID credential, UUID learner, SuspensionReason reason)
        implements IssuanceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
