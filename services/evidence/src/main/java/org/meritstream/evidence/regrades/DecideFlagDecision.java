package org.meritstream.evidence.regrades;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.DecideFlag;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Award.Regard;

/** What a human's decision about a flagged award does. */
public final class DecideFlagDecision {
    private DecideFlagDecision() {}

    /** What becomes of the decision. */
    public sealed interface Decided {

        /** It stands, though its criteria are not met. */
        record Keep(Award award) implements Decided {}

        /** It was suspended: it is awarded again. */
        record Restore(Award award, int number) implements Decided {}

        /** It is withdrawn. */
        record Withdraw(Award award) implements Decided {}

        /** It was suspended, and stays withdrawn. */
        record Confirm(Award award) implements Decided {}

        /** Nobody asks any more: its criteria are met again, or somebody else decided. */
        record NotFlagged(Award award) implements Decided {}

        /** This tenant has no such award. */
        record Unknown() implements Decided {}
    }

    /**
     * Decides.
     *
     * @param award named by the command, if the tenant has it
     * @param all the person's awards of the achievement
     */
    public static Decided decide(@Nullable Award award, List<Award> all, DecideFlag.Decision decision) {
        if (award == null) {
            return new Decided.Unknown();
        }
        if (award.regard() != Regard.FLAGGED) {
            return new Decided.NotFlagged(award);
        }
        return switch (decision) {
            case KEEP -> award.stands() ? new Decided.Keep(award) : new Decided.Restore(award, next(all));
            case WITHDRAW -> award.stands() ? new Decided.Withdraw(award) : new Decided.Confirm(award);
        };
    }

    private static int next(List<Award> all) {
        return 1 + all.stream().mapToInt(Award::number).max().orElse(0);
    }
}
