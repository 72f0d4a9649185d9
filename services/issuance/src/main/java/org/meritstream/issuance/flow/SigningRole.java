package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import org.meritstream.log.LoopRole;

/** Lets the loop run only where it may sign. */
@ApplicationScoped
class SigningRole implements LoopRole {
    private final IssuanceConfig config;

    SigningRole(IssuanceConfig config) {
        this.config = config;
    }

    @Override
    public boolean consumes() {
        return config.roles().contains(Role.SIGN);
    }
}
