package org.meritstream.events;

import java.util.UUID;

/**
 * Issue the credential of an award anew before or after its validity ends, with a new validity.
 */
public record RenewCredential(String tenant, UUID credential, UUID learner) implements IssuanceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
