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
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.log.LogConfig;
import org.meritstream.pages.Reader;

/** Lets in whoever signed in, and tells the others in words why not. */
@ApplicationScoped
public class Visits {
    private static final String TENANT = "tenant";

    private final SignIn signIn;
    private final SignInConfig config;
    private final LearnerIds ids;
    private final SecurityIdentity identity;

    private final boolean secure;

    Visits(SignIn signIn, SignInConfig config, LearnerIds ids, LogConfig log, SecurityIdentity identity) {
        this.signIn = signIn;
        this.config = config;
        this.ids = ids;
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
        String tenant = text(claims, TENANT);
        String subject = claims.getSubject();
        if (tenant == null || subject == null) {
            return null;
        }
        String number = text(claims, config.studentNumberClaim());
        return new Visitor(
                tenant,
                subject,
                text(claims, "name"),
                number == null ? null : ids.ofStudentNumber(tenant, number).id(),
                identity.getRoles(),
                signIn.keys().formToken(tenant, subject, claims.getIssuedAtTime()));
    }

    private static @Nullable String text(JsonWebToken claims, String name) {
        Object value = claims.getClaim(name);
        String text = value == null ? "" : value.toString().strip();
        return text.isEmpty() ? null : text;
    }
}
