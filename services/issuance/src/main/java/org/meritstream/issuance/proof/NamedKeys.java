package org.meritstream.issuance.proof;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;

/** DID URLs of the keys that signed documents say they are signed with. */
public final class NamedKeys {
    private NamedKeys() {}

    /**
     * Those of a document of our own and of all within it.
     *
     * @param secured with its proofs
     * @param token the same as a compact JWS, or null
     */
    public static List<String> in(String secured, @Nullable String token) {
        try {
            Set<String> keys = new TreeSet<>(EventFormat.OWN.readTree(secured).findValuesAsText("verificationMethod"));
            if (token != null) {
                keys.add(kid(token));
            }
            return List.copyOf(keys);
        } catch (IOException e) {
            throw new IllegalStateException("What was signed is JSON", e);
        }
    }

    /** That of a compact JWS of our own (RFC 7515, section 4.1.4). */
    public static String kid(String token) throws IOException {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return EventFormat.OWN.readTree(header).path("kid").asText();
    }
}
