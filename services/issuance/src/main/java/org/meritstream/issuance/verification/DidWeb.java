package org.meritstream.issuance.verification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the document of a {@code did:web} is (did:web method, section 3.2). */
final class DidWeb {
    static final String PREFIX = "did:web:";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(%3[Aa][0-9]{1,5})?");
    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+");

    private DidWeb() {}

    /** The address, always https; null when it is not a {@code did:web}. */
    static @Nullable URI address(String did) {
        String[] parts = did.substring(PREFIX.length()).split(":", -1);
        if (!HOST.matcher(parts[0]).matches()) {
            return null;
        }
        StringBuilder address = new StringBuilder("https://").append(parts[0].replaceFirst("%3[Aa]", ":"));
        for (int i = 1; i < parts.length; i++) {
            // Dots alone would climb.
            if (!SEGMENT.matcher(parts[i]).matches() || parts[i].matches("\\.+")) {
                return null;
            }
            address.append('/').append(parts[i]);
        }
        try {
            return new URI(address.append(parts.length == 1 ? "/.well-known/did.json" : "/did.json")
                    .toString());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
