package org.meritstream.evidence.signin;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.learners.LearnerKey;

/** The learner behind the claims of an identity provider, be they a session's or a bearer token's: by the student number, and by nothing else. */
@ApplicationScoped
public class LearnerClaims {
    private final SignInConfig config;
    private final LearnerIds ids;

    LearnerClaims(SignInConfig config, LearnerIds ids) {
        this.config = config;
        this.ids = ids;
    }

    /** The claim that holds the student number. */
    String claim() {
        return config.studentNumberClaim();
    }

    /** The learner, or null where the claims hold no student number. */
    public @Nullable LearnerKey learner(String tenant, JsonWebToken claims) {
        String number = text(claims, claim());
        return number == null ? null : ids.ofStudentNumber(tenant, number);
    }

    /** A claim without the blanks around it, or null where there is nothing else. */
    static @Nullable String text(JsonWebToken claims, String name) {
        Object value = claims.getClaim(name);
        String text = value == null ? "" : value.toString().strip();
        return text.isEmpty() ? null : text;
    }
}
