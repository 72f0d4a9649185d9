package org.meritstream.evidence.reviews;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.http.Caller;

/** Tells who calls the desk, by a token of the API or a session of the pages alike. */
@ApplicationScoped
public class Reviewers {
    private static final String MODERATOR = "moderator";
    private static final String STUDENT_NUMBER = "student_number";

    private final KeyedIds keyed;
    private final LearnerIds learners;
    private final Caller caller;
    private final SecurityIdentity identity;

    Reviewers(KeyedIds keyed, LearnerIds learners, Caller caller, SecurityIdentity identity) {
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
        Object number = token.getClaim(STUDENT_NUMBER);
        return number == null
                ? null
                : learners.ofStudentNumber(tenant, number.toString()).id();
    }
}
