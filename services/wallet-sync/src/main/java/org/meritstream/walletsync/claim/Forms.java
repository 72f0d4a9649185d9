package org.meritstream.walletsync.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Whether a form was sent from a page of ours. The session's cookie is SameSite=Strict already; this holds without it. */
final class Forms {
    private Forms() {}

    /** Whether the browser says that another site sent it (Fetch Metadata, {@code Sec-Fetch-Site}); older ones say nothing. */
    static boolean fromElsewhere(@Nullable String fetchSite) {
        return fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none");
    }

    /** Whether the form carries the token of the session it acts for. */
    static boolean carries(Secret session, @Nullable String formToken) {
        return formToken != null
                && MessageDigest.isEqual(
                        session.formToken().getBytes(StandardCharsets.US_ASCII),
                        formToken.getBytes(StandardCharsets.UTF_8));
    }
}
