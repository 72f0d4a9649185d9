package org.meritstream.events;

import java.util.UUID;

/**
 * End the suspension of a credential.
 */
public record ReinstateCredential(String tenant, UUID credential, UUID learner) implements IssuanceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
