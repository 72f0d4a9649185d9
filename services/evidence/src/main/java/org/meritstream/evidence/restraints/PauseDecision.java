package org.meritstream.evidence.restraints;

import org.jspecify.annotations.Nullable;

/** What comes of a request to pause issuing. */
public final class PauseDecision {
    private PauseDecision() {}

    /** What becomes of a pause. */
    public sealed interface Pause {

        /** Issuing is paused from now on. */
        record Begin() implements Pause {}

        /** It is paused already: one lifting ends it. */
        record Already(Restraint pause) implements Pause {}

        /** The tenant has published no such achievement: whoever meant another would believe it paused. */
        record UnknownAchievement() implements Pause {}
    }

    /**
     * Decides a pause.
     *
     * @param known whether the achievement, if one is named, was published
     * @param pause of the same that holds, if there is one
     */
    public static Pause decide(boolean known, @Nullable Restraint pause) {
        if (!known) {
            return new Pause.UnknownAchievement();
        }
        return pause == null ? new Pause.Begin() : new Pause.Already(pause);
    }
}
