package org.meritstream.evidence.signin;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** The learner on whose behalf an API is called: whoever calls, by the student number in the token, or whom a registrar names. */
@RequestScoped
public class CallingLearner {
    private static final String LEARNER = "learner";
    private static final String REGISTRAR = "registrar";

    private final JsonWebToken token;
    private final Caller caller;
    private final LearnerIds ids;
    private final LearnerClaims claims;

    CallingLearner(JsonWebToken token, Caller caller, LearnerIds ids, LearnerClaims claims) {
        this.token = token;
        this.caller = caller;
        this.ids = ids;
        this.claims = claims;
    }

    /** The caller as a learner, or null where the caller is none. */
    public @Nullable LearnerKey own() {
        return has(LEARNER) ? claims.learner(caller.tenant(), token) : null;
    }

    /**
     * The learner whom a request is about.
     *
     * @param learner id that the request names, or null
     * @param studentNumber that the request names instead, or null
     * @throws ProblemException 403 when it is not the caller and the caller is no registrar; 400 when it is nobody
     */
    public LearnerKey concerned(@Nullable String learner, @Nullable String studentNumber) {
        LearnerKey own = own();
        if (learner == null && studentNumber == null && own != null) {
            return own;
        }
        if (has(REGISTRAR)) {
            return ids.named(caller.tenant(), learner, studentNumber);
        }
        throw new ProblemException(
                own == null
                        ? Problem.of(
                                "no-student-number",
                                "The token names no learner",
                                403,
                                "Ask the identity provider for the claim \"" + claims.claim() + "\".")
                        : Problem.of(
                                "not-yours",
                                "Somebody else is meant",
                                403,
                                "A learner acts in their own name; only a registrar does so for others."));
    }

    /** Whether the caller has a role. */
    public boolean has(String role) {
        Set<String> groups = token.getGroups();
        return groups != null && groups.contains(role);
    }
}
