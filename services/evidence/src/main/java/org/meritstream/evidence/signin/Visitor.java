package org.meritstream.evidence.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the browser, by the claims of the identity provider. Nothing of it is stored or logged.
 *
 * @param subject as the identity provider names the person
 * @param name as the page may greet, or null
 * @param learner the learner this person is, or null for one without a student number
 * @param roles as in staff tokens
 * @param formToken what every form of this session carries
 */
public record Visitor(
        String tenant,
        String subject,
        @Nullable String name,
        @Nullable UUID learner,
        Set<String> roles,
        String formToken) {

    /** Whether a form comes from a page that this session was shown. */
    public boolean sent(@Nullable String form) {
        return form != null && MessageDigest.isEqual(formToken.getBytes(UTF_8), form.getBytes(UTF_8));
    }
}
