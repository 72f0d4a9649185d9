package org.meritstream.issuance.achievement;

import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardConferred;

/** A version of a tenant's achievement. */
public record AchievementKey(String tenant, String achievement, int version) {

    /** Of what was published. */
    public static AchievementKey of(AchievementPublished published) {
        return new AchievementKey(published.tenant(), published.achievement(), published.version());
    }

    /** Of what was awarded. */
    public static AchievementKey of(AwardConferred conferred) {
        return new AchievementKey(conferred.tenant(), conferred.achievement(), conferred.version());
    }
}
