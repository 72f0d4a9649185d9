package org.meritstream.events;

import java.util.UUID;

/**
 * Take an endorsement back, for ever.
 *
 * @param tenant whose endorsement it is
 */
public record RevokeEndorsement(String tenant, UUID endorsement) implements IssuanceCommand {
    @Override
    public String aggregate() {
        return tenant;
    }
}
