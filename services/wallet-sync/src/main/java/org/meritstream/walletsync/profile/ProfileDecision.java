package org.meritstream.walletsync.profile;

import org.jspecify.annotations.Nullable;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.walletsync.wallet.Profile;

/** Which of two versions of a learner's profile stands: the later by the roster's time, however they arrive. */
public final class ProfileDecision {
    private ProfileDecision() {}

    /** What comes of it. */
    public sealed interface Result {

        /** This one stands. */
        record Taken(Profile profile) implements Result {}

        /** A later one stands. */
        record Outdated() implements Result {}
    }

    /** Decides between what the wallet holds and what was heard. */
    public static Result decide(@Nullable Profile held, LearnerProfiled heard) {
        if (held != null && heard.profiledAt().isBefore(held.profiledAt())) {
            return new Result.Outdated();
        }
        return new Result.Taken(new Profile(heard.displayName(), heard.language(), heard.profiledAt()));
    }
}
