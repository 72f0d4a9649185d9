package org.meritstream.evidence.moves;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.MoveLearners;
import org.meritstream.evidence.catalogue.AchievementKey;

/** Whether learners may be moved from one version to another. The preview asks the same. */
public final class BeginMoveDecision {
    private BeginMoveDecision() {}

    /** What becomes of the request. */
    public sealed interface Beginning {

        /** They are moved from now on. */
        record Begin(Move move) implements Beginning {}

        /** Nothing of that name was published. */
        record UnknownAchievement() implements Beginning {}

        /** It has no such version. */
        record UnknownVersion(int version) implements Beginning {}

        /** They are there already. */
        record SameVersion() implements Beginning {}

        /** Nobody is moved back. */
        record OlderVersion() implements Beginning {}

        /** Nobody earns the version any more that they would be moved to. */
        record Retired() implements Beginning {}

        /** Learners are being moved from that version already. */
        record UnderWay(Move other) implements Beginning {}
    }

    /**
     * What is there.
     *
     * @param published the numbers of the achievement's versions
     * @param retired those that nobody earns any more
     * @param underWay the move from the version that is not done yet, or null
     */
    public record Shown(
            Set<Integer> published,
            Set<Integer> retired,
            @Nullable Move underWay) {}

    /**
     * Decides.
     *
     * @param id the move's, if it begins
     * @param now when it begins
     */
    public static Beginning decide(MoveLearners asked, Shown shown, UUID id, Instant now) {
        if (shown.published().isEmpty()) {
            return new Beginning.UnknownAchievement();
        }
        for (int version : new int[] {asked.from(), asked.to()}) {
            if (!shown.published().contains(version)) {
                return new Beginning.UnknownVersion(version);
            }
        }
        if (asked.from() == asked.to()) {
            return new Beginning.SameVersion();
        }
        if (asked.from() > asked.to()) {
            return new Beginning.OlderVersion();
        }
        if (shown.retired().contains(asked.to())) {
            return new Beginning.Retired();
        }
        Move other = shown.underWay();
        if (other != null) {
            return new Beginning.UnderWay(other);
        }
        AchievementKey from = new AchievementKey(asked.tenant(), asked.achievement(), asked.from());
        return new Beginning.Begin(new Move(id, from, asked.to(), now));
    }
}
