package org.meritstream.log.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls an API: acts only in the tenant of its token. */
@RequestScoped
public class Caller {
    private static final String TENANT = "tenant";

    private final JsonWebToken token;

    public Caller(JsonWebToken token) {
        this.token = token;
    }

    /** Who calls, as the identity provider names them; nothing for a log or a topic. */
    public String subject() {
        String subject = token.getSubject();
        return subject == null ? "" : subject;
    }

    /** Whether the token gives this role. */
    public boolean is(String role) {
        Set<String> groups = token.getGroups();
        return groups != null && groups.contains(role);
    }

    /** The tenant of the token; a token without one may do nothing. */
    public String tenant() {
        Object tenant = token.getClaim(TENANT);
        if (tenant == null || tenant.toString().isBlank()) {
            throw new ProblemException(Problem.of(
                    "no-tenant",
                    "The token names no tenant",
                    403,
                    "Ask the identity provider for the claim \"tenant\"."));
        }
        return tenant.toString();
    }
}
