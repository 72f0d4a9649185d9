package org.meritstream.evidence.signin;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.LogConfig;
import org.meritstream.pages.Reader;

/** Lets in whoever signed in, and tells the others in words why not. */
@ApplicationScoped
public class Visits {
    private static final String TENANT = "tenant";

    private final SignIn signIn;
    private final LearnerClaims learners;
    private final SecurityIdentity identity;

    private final boolean secure;

    Visits(SignIn signIn, LearnerClaims learners, LogConfig log, SecurityIdentity identity) {
        this.signIn = signIn;
        this.learners = learners;
        this.secure = log.publicUrl().startsWith("https:");
        this.identity = identity;
    }

    /** What a page answers a visitor. */
    @FunctionalInterface
    public interface During {
        Uni<Response> answer(Visitor visitor);
    }

    /** What a page answers a learner. */
    @FunctionalInterface
    public interface Learning {
        Uni<Response> answer(Visitor visitor, UUID learner);
    }

    /** Answers anybody who signed in. */
    public Uni<Response> during(Reader reader, During during) {
        if (!signIn.open()) {
            return MessagePage.closed(reader).answer();
        }
        Visitor visitor = visitor();
        return visitor == null ? MessagePage.noTenant(reader).answer() : during.answer(visitor);
    }

    /** Answers a learner. */
    public Uni<Response> learning(Reader reader, Learning during) {
        return during(reader, visitor -> {
            UUID learner = visitor.learner();
            return learner == null ? MessagePage.noLearner(reader).answer() : during.answer(visitor, learner);
        });
    }

    /** A page as an answer; the language that its address asked for is remembered. */
    public Uni<Response> answer(Reader reader, TemplateInstance page) {
        NewCookie choice = reader.choice(secure);
        Uni<Response> answer = PageAnswer.of(page);
        return choice == null
                ? answer
                : answer.map(
                        shown -> Response.fromResponse(shown).cookie(choice).build());
    }

    private @Nullable Visitor visitor() {
        if (!(identity.getPrincipal() instanceof JsonWebToken claims)) {
            return null;
        }
        String tenant = LearnerClaims.text(claims, TENANT);
        String subject = claims.getSubject();
        if (tenant == null || subject == null) {
            return null;
        }
        LearnerKey learner = learners.learner(tenant, claims);
        return new Visitor(
                tenant,
                subject,
                LearnerClaims.text(claims, "name"),
                learner == null ? null : learner.id(),
                identity.getRoles(),
                signIn.keys().formToken(tenant, subject, claims.getIssuedAtTime()));
    }
}
