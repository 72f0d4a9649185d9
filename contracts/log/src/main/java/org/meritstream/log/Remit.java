package org.meritstream.log;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters somebody answers for. Every record of the log is keyed by its tenant first; one that names none is nobody's, and only
 * who runs the installation can answer for it.
 *
 * @param tenant whose letters, or null for no tenant's
 * @param nameless whether also those that name no tenant
 */
public record Remit(@Nullable String tenant, boolean nameless) {
    private static final Pattern NAMING = Pattern.compile("([a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?)/.*", Pattern.DOTALL);

    /** Whether a letter with this key is among them. */
    boolean covers(@Nullable String key) {
        if (key == null || !NAMING.matcher(key).matches()) {
            return nameless;
        }
        return tenant != null && key.startsWith(tenant + "/");
    }
}
