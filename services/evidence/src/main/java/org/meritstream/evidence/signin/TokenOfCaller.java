package org.meritstream.evidence.signin;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.jwt.auth.cdi.NullJsonWebToken;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The claims of whoever asks, by a token of an interface or by a session of the pages. The framework's own producers know one way each, and
 * the one for sessions comes first.
 */
@Dependent
@Alternative
@Priority(TokenOfCaller.BEFORE_THE_FRAMEWORK)
class TokenOfCaller {
    /** The extension for OpenID Connect has 2. */
    static final int BEFORE_THE_FRAMEWORK = 100;

    private final SecurityIdentity identity;

    TokenOfCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Produces
    @RequestScoped
    JsonWebToken claims() {
        return identity.getPrincipal() instanceof JsonWebToken claims ? claims : new NullJsonWebToken();
    }
}
