package org.meritstream.issuance.issuer;

import jakarta.enterprise.context.ApplicationScoped;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** Lets staff at their own tenant's issuer alone. */
@ApplicationScoped
public class OwnTenant {
    private final Caller caller;

    OwnTenant(Caller caller) {
        this.caller = caller;
    }

    /**
     * Lets whoever calls go on where the address is of their tenant.
     *
     * @throws ProblemException 403 when the token is of another tenant than the address
     */
    public void require(String tenant) {
        if (!caller.tenant().equals(tenant)) {
            throw new ProblemException(Problem.of(
                    "wrong-tenant", "Not your tenant", 403, "The token is of another tenant than the address."));
        }
    }
}
