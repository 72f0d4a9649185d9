package org.meritstream.events;

import java.time.Instant;

/**
 * The tenant's issuer is there, with a key and a status list: sign what waited for it.
 */
public record OpenIssuer(String tenant, Instant openedAt) implements IssuanceCommand {

    @Override
    public String aggregate() {
        return tenant;
    }
}
