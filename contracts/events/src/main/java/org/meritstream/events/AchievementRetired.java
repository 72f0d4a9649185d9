package org.meritstream.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of an achievement was retired: nobody earns it any more, and what was awarded stands. The whole current state of its key, as
 * whoever reads the topic from its compacted beginning meets nothing else of it.
 *
 * @param achievement the achievement's name within the tenant (a slug)
 * @param retroactive as it was published
 */
public record AchievementRetired(
        String tenant,
        String achievement,
        int version,
        Achievement definition,
        Instant publishedAt,
        Instant retiredAt,
        @Nullable Boolean retroactive)
        implements EvidenceEvent {
    public AchievementRetired {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        definition.checkPublishable();
    }

    @Override
    public String aggregate() {
        return achievement + "/" + version;
    }

    /** The version, which stands as it was published. */
    public AchievementPublished asPublished() {
        return new AchievementPublished(tenant, achievement, version, definition, publishedAt, retroactive);
    }
}
