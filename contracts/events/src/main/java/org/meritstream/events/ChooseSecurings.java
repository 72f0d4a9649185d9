package org.meritstream.events;

import java.util.List;

/**
 * Secure credentials in these ways from now on; what is signed stays as it is.
 */
public record ChooseSecurings(String tenant, List<Securing> securings) implements IssuanceCommand {
    public ChooseSecurings {
        Limits.that(!securings.isEmpty(), "an issuer secures in at least one way");
    }

    @Override
    public String aggregate() {
        return tenant;
    }
}
