package org.meritstream.evidence.restraints;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes of a request to lift a hold or a pause. */
public final class LiftDecision {
    private LiftDecision() {}

    /** What becomes of a lifting. */
    public sealed interface Lifting {

        /** It ends for one learner, whose awards are released in this turn. */
        record OfLearner(Restraint lifted, UUID learner) implements Lifting {}

        /** It ends for everybody, whose awards are released a slice at a time. */
        record OfEverybody(Restraint lifted) implements Lifting {}

        /** It was lifted before. */
        record Already(Restraint lifted) implements Lifting {}

        /** The tenant has no such restraint. */
        record Unknown() implements Lifting {}
    }

    /**
     * Decides a lifting.
     *
     * @param restraint named by the command, if the tenant has it
     * @param now when it is lifted
     */
    public static Lifting decide(@Nullable Restraint restraint, Instant now) {
        if (restraint == null) {
            return new Lifting.Unknown();
        }
        if (!restraint.holds()) {
            return new Lifting.Already(restraint);
        }
        Restraint lifted = restraint.lifted(now);
        UUID learner = restraint.scope().learner();
        return learner == null ? new Lifting.OfEverybody(lifted) : new Lifting.OfLearner(lifted, learner);
    }
}
