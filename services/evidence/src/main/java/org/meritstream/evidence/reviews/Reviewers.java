package org.meritstream.evidence.reviews;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.signin.LearnerClaims;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.http.Caller;

/** Tells who calls the desk, by a token of the API or a session of the pages alike. */
@ApplicationScoped
public class Reviewers {
    private static final String MODERATOR = "moderator";

    private final KeyedIds keyed;
    private final LearnerClaims learners;
    private final Caller caller;
    private final SecurityIdentity identity;

    Reviewers(KeyedIds keyed, LearnerClaims learners, Caller caller, SecurityIdentity identity) {
        this.keyed = keyed;
        this.learners = learners;
        this.caller = caller;
        this.identity = identity;
    }

    /** Who calls; a token without a tenant may do nothing. */
    public Reviewer caller() {
        String tenant = caller.tenant();
        return of(tenant, caller.subject(), learner(tenant), identity.getRoles());
    }

    /**
     * Somebody who signed in.
     *
     * @param learner their own learner id, or null
     */
    public Reviewer of(String tenant, String subject, @Nullable UUID learner, Set<String> roles) {
        String id = keyed.of(tenant, "reviewer", subject).toString();
        return new Reviewer(tenant, id, subject, learner, roles.contains(MODERATOR));
    }

    private @Nullable UUID learner(String tenant) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return null;
        }
        LearnerKey learner = learners.learner(tenant, token);
        return learner == null ? null : learner.id();
    }
}
