package org.meritstream.evidence.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AchievementRetired;
import org.meritstream.events.RetireAchievement;

/** Whether an achievement may be retired. All its versions are, so that nobody earns it by an old one; a later version offers it again. */
public final class RetireDecision {
    private RetireDecision() {}

    /** What becomes of a retirement. */
    public sealed interface Retirement {

        /** These versions can not be earned any more; none when they were retired before. */
        record Retire(List<AchievementRetired> versions) implements Retirement {}

        /** Nothing of that name was published. */
        record Unknown() implements Retirement {}

        /** A version was published that whoever asks did not know of. */
        record NotNewest(int newest) implements Retirement {}
    }

    /**
     * Decides a retirement.
     *
     * @param published every version of the achievement
     * @param retired the versions that were retired before
     * @param now when it is retired
     */
    public static Retirement decide(
            RetireAchievement asked,
            Collection<AchievementPublished> published,
            Set<AchievementKey> retired,
            Instant now) {
        int newest =
                published.stream().mapToInt(AchievementPublished::version).max().orElse(0);
        if (newest == 0) {
            return new Retirement.Unknown();
        }
        if (newest != asked.version()) {
            return new Retirement.NotNewest(newest);
        }
        return new Retirement.Retire(published.stream()
                .filter(version -> !retired.contains(AchievementKey.of(version)))
                .map(version -> retired(version, now))
                .toList());
    }

    private static AchievementRetired retired(AchievementPublished version, Instant now) {
        return new AchievementRetired(
                version.tenant(),
                version.achievement(),
                version.version(),
                version.definition(),
                version.publishedAt(),
                now,
                version.retroactive());
    }
}
