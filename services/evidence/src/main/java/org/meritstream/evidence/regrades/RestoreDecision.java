package org.meritstream.evidence.regrades;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Award.Stand;

/** What a registrar's restoration does. */
public final class RestoreDecision {
    private RestoreDecision() {}

    /** What becomes of a restoration. */
    public sealed interface Restoration {

        /** It is awarded again. */
        record Restore(Award award, int number) implements Restoration {}

        /** The achievement is held, or earned, by an award that stands: this one or a later one. */
        record Stands(Award standing) implements Restoration {}

        /** It was never conferred, or went over to another person: there is nothing to restore. */
        record NeverHeld(Award award) implements Restoration {}

        /** This tenant has no such award. */
        record Unknown() implements Restoration {}
    }

    /**
     * Decides.
     *
     * @param award named by the command, if the tenant has it
     * @param all the person's awards of the achievement
     */
    public static Restoration decide(@Nullable Award award, List<Award> all) {
        if (award == null) {
            return new Restoration.Unknown();
        }
        for (Award one : all) {
            if (one.stands()) {
                return new Restoration.Stands(one);
            }
        }
        if (!isRestorable(award)) {
            return new Restoration.NeverHeld(award);
        }
        int last = all.stream().mapToInt(Award::number).max().orElse(0);
        return new Restoration.Restore(award, last + 1);
    }

    private static boolean isRestorable(Award award) {
        return award.stand() instanceof Stand.Withdrawn withdrawn
                && withdrawn.conferredAt() != null
                && withdrawn.reason() != AwardWithdrawalReason.LEARNER_LINKED;
    }
}
