package org.meritstream.evidence.moves;

import java.time.Instant;
import java.util.UUID;
import org.meritstream.evidence.catalogue.AchievementKey;

/**
 * A move as it was asked for.
 *
 * @param id that of the command that asked
 * @param from the version that learners are under way by
 * @param to the number of the version they are moved to
 * @param begunAt when it was asked for; everybody is moved as of that time, however long it takes
 */
public record Move(UUID id, AchievementKey from, int to, Instant begunAt) {

    /** The version they are moved to. */
    public AchievementKey target() {
        return new AchievementKey(from.tenant(), from.achievement(), to);
    }

    /** Where it is read how far it is. */
    String address() {
        return "/api/achievements/" + from.achievement() + "/moves/" + id;
    }
}
