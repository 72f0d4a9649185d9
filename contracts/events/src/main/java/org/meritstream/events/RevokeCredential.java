package org.meritstream.events;

import java.util.UUID;

/**
 * Revoke a credential.
 */
public record RevokeCredential(String tenant, UUID credential, UUID learner, RevocationReason reason)
        implements IssuanceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
