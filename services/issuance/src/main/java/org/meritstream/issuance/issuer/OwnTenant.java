package org.meritstream.issuance.issuer;

import jakarta.enterprise.context.ApplicationScoped;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** Lets staff at their own tenant's issuer alone. */
@ApplicationScoped
class OwnTenant {
    private final Caller caller;

    OwnTenant(Caller caller) {
        this.caller = caller;
    }

    /** @throws ProblemException 403 when the token is of another tenant than the address */
    void require(String tenant) {
        if (!caller.tenant().equals(tenant)) {
            throw new ProblemException(Problem.of(
                    "wrong-tenant", "Not your tenant", 403, "The token is of another tenant than the address."));
        }
    }
}
