package org.meritstream.events;

/**
 * Sign with a new key of this kind from now on; what the former one signed keeps verifying.
 */
public record RotateKey(String tenant, SigningKeyKind kind) implements IssuanceCommand {

    @Override
    public String aggregate() {
        return tenant;
    }
}
