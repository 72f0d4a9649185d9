package org.meritstream.evidence.restraints;

/** What comes of a request to hold something back. */
public final class HoldDecision {
    private HoldDecision() {}

    /** What becomes of a hold. */
    public sealed interface Hold {

        /** It holds from now on. */
        record Place() implements Hold {}

        /** The roster does not know the learner: most likely a number was mistyped. */
        record UnknownLearner() implements Hold {}

        /** No version of the achievement is published. */
        record UnknownAchievement() implements Hold {}
    }

    /**
     * Decides a hold. Nobody should believe held back what is not, so that whom and what it is on has to be there.
     *
     * @param learnerKnown whether the roster knows the learner, if one is named
     * @param achievementKnown whether the achievement, if one is named, was published
     */
    public static Hold decide(boolean learnerKnown, boolean achievementKnown) {
        if (!learnerKnown) {
            return new Hold.UnknownLearner();
        }
        return achievementKnown ? new Hold.Place() : new Hold.UnknownAchievement();
    }
}
