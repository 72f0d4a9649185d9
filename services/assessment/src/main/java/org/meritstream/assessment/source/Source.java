package org.meritstream.assessment.source;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.SourceKind;

/**
 * A sender as the intake sees it, secrets unwrapped: it must not reach a log or an answer, which is why its text form hides them.
 *
 * @param rootAccount uuid of the Canvas root account, which binds a stream to this source: one key set signs for every Canvas customer
 * @param keys the JWK set given inline
 * @param keysAt where the JWK set is published
 * @param test whether its results may lead to no award
 */
public record Source(
        String tenant,
        String id,
        SourceKind kind,
        JoinBy joinBy,
        @Nullable String rootAccount,
        @Nullable JWKSet keys,
        @Nullable URI keysAt,
        @Nullable String username,
        @Nullable String password,
        boolean test) {

    @Override
    public String toString() {
        return "Source[" + tenant + "/" + id + " " + kind + "]";
    }
}
