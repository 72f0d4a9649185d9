package org.meritstream.evidence.catalogue;

import java.util.Set;
import org.meritstream.events.AchievementPublished;

/**
 * A published version with what follows from it, worked out once.
 *
 * @param activities what its rules ask for
 */
public record Version(AchievementPublished published, Set<ActivityKey> activities) {

    /** The version that was published. */
    public static Version of(AchievementPublished published) {
        return new Version(published, Activities.of(published));
    }
}
