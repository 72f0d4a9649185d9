package org.meritstream.events;

import java.time.Instant;

/**
 * The learner was moved from a version of the achievement to a later one: from then on that one's criteria hold instead. What is known of the
 * learner stays known.
 *
 * @param from the version that the learner is not judged by any more
 * @param to the version that concerns the learner from then on
 */
public record Moved(String id, int from, int to, Instant movedAt) implements Fact.OfAchievement {
    public Moved {
        Limits.counted("from", from);
        Limits.counted("to", to);
    }

    @Override
    public Instant ownTime() {
        return movedAt;
    }
}
