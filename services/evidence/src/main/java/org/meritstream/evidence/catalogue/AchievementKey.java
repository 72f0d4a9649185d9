package org.meritstream.evidence.catalogue;

import java.util.Comparator;
import org.meritstream.events.AchievementPublished;

/**
 * A published version.
 *
 * @param achievement its name within the tenant (a slug)
 */
public record AchievementKey(String tenant, String achievement, int version) implements Comparable<AchievementKey> {
    private static final Comparator<AchievementKey> ORDER = Comparator.comparing(AchievementKey::tenant)
            .thenComparing(AchievementKey::achievement)
            .thenComparingInt(AchievementKey::version);

    /** The key of what was published. */
    public static AchievementKey of(AchievementPublished published) {
        return new AchievementKey(published.tenant(), published.achievement(), published.version());
    }

    @Override
    public int compareTo(AchievementKey other) {
        return ORDER.compare(this, other);
    }
}
