package org.meritstream.events;

import java.util.UUID;

/**
 * Issue the credential of an award anew with its learner's name as the roster has it now, and revoke what states another.
 */
public record CorrectCredential(String tenant, UUID credential, UUID learner) implements IssuanceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
