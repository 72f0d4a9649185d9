package org.meritstream.events;

import java.time.Instant;

/**
 * A version of an achievement, immutable from now on; the whole current state of its key.
 *
 * @param achievement the achievement's name within the tenant (a slug)
 */
public record AchievementPublished(
        String tenant, String achievement, int version, Achievement definition, Instant publishedAt)
        implements EvidenceEvent {
    public AchievementPublished {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        definition.checkPublishable();
    }

    @Override
    public String aggregate() {
        return achievement + "/" + version;
    }
}
