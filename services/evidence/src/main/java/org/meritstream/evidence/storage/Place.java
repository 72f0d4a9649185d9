package org.meritstream.evidence.storage;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a file lies: below its tenant, by its digest, under the id it was received with. Each upload has a file of its own, though its
 * bytes are another's: so one may be erased without a look at who else has the same.
 *
 * @param digest {@code sha-256:<hex>} of the file
 */
public record Place(String tenant, String digest, UUID id) {
    /** What may be part of a path; the digest and the id can not be anything else. */
    private static final Pattern TENANT = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    private static final Pattern DIGEST = Pattern.compile("sha-256:[0-9a-f]{64}");

    public Place {
        if (!TENANT.matcher(tenant).matches()) {
            throw new IllegalArgumentException("The tenant can not be part of a path");
        }
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("The digest is none: " + digest);
        }
    }

    /** The name within a folder or a bucket. */
    String name() {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return String.join("/", tenant, hex.substring(0, 2), hex, id.toString());
    }
}
