package org.meritstream.evidence.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.pages.Direction;
import org.meritstream.pages.Reader;

/**
 * A page that says one thing, and where to go from here.
 *
 * @param action what the link says, or null where there is nowhere to go
 */
public record MessagePage(
        int status,
        String language,
        String direction,
        String title,
        String text,
        @Nullable String action,
        String address) {
    private static final String LEARN = "/learn";

    @CheckedTemplate(basePath = "signin", defaultName = CheckedTemplate.ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance message(MessagePage page);
    }

    /** Nobody can sign in here. */
    static MessagePage closed(Reader reader) {
        return of(reader, 503, "closed", null);
    }

    /** The identity provider does not answer. */
    static MessagePage unavailable(Reader reader) {
        return of(reader, 503, "unavailable", "again");
    }

    /** The identity provider did not let the person in, or the way back was a wrong one. */
    static MessagePage refused(Reader reader) {
        return of(reader, 401, "refused", "again");
    }

    /** A form came when the session had ended. */
    static MessagePage ended(Reader reader) {
        return of(reader, 401, "ended", "again");
    }

    static MessagePage signedOut(Reader reader) {
        return of(reader, 200, "signed-out", "again");
    }

    static MessagePage noTenant(Reader reader) {
        return of(reader, 403, "no-tenant", "sign-out");
    }

    static MessagePage noLearner(Reader reader) {
        return of(reader, 403, "no-learner", "sign-out");
    }

    /** A form that no page of this session showed. */
    public static MessagePage foreign(Reader reader) {
        return of(reader, 403, "foreign", "back");
    }

    /** The page has nothing for this person, be it not there or another's. */
    public static MessagePage unknown(Reader reader) {
        return of(reader, 404, "unknown", "back");
    }

    /** The person's roles do not open this page. */
    public static MessagePage forbidden(Reader reader) {
        return of(reader, 403, "forbidden", "sign-out");
    }

    /** As an answer. */
    public Uni<Response> answer() {
        return PageAnswer.of(status, Templates.message(this));
    }

    private static MessagePage of(Reader reader, int status, String what, @Nullable String action) {
        Words words = Words.in(reader.language());
        return new MessagePage(
                status,
                words.language(),
                Direction.of(words.language()),
                words.say(Phrase.of("sign-in." + what + ".title")),
                words.say(Phrase.of("sign-in." + what + ".text")),
                action == null ? null : words.say(Phrase.of("sign-in." + action)),
                "sign-out".equals(action) ? SignInResource.SIGN_OUT : LEARN);
    }
}
