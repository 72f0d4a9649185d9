package org.meritstream.events;

/**
 * Issue credentials that may become this from now on; what is signed stays as it is.
 */
public record ChooseStatusProfile(String tenant, StatusProfile profile) implements IssuanceCommand {

    @Override
    public String aggregate() {
        return tenant;
    }
}
