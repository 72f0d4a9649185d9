package org.meritstream.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of an achievement, immutable from now on; the whole current state of its key.
 *
 * @param achievement the achievement's name within the tenant (a slug)
 * @param retroactive false where it concerns only those of whom something is known that is later than the publication; null as true
 */
public record AchievementPublished(
        String tenant,
        String achievement,
        int version,
        Achievement definition,
        Instant publishedAt,
        @Nullable Boolean retroactive)
        implements EvidenceEvent {
    public AchievementPublished {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        definition.checkPublishable();
    }

    /** A version for everybody who meets it, whenever they did. */
    public AchievementPublished(
            String tenant, String achievement, int version, Achievement definition, Instant publishedAt) {
        this(tenant, achievement, version, definition, publishedAt, null);
    }

    @Override
    public String aggregate() {
        return achievement + "/" + version;
    }
}
