package org.meritstream.walletsync.profile;

import static org.meritstream.walletsync.profile.ProfileDecision.Result.Outdated;
import static org.meritstream.walletsync.profile.ProfileDecision.Result.Taken;

import org.meritstream.events.LearnerProfiled;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.Wallet;

/** The roster named a learner. */
public final class OnLearner {
    private OnLearner() {}

    /** What a profile does to the learner's wallet. */
    public static Effect profiled(Wallet wallet, LearnerProfiled heard) {
        return switch (ProfileDecision.decide(wallet.profile(), heard)) {
            case Taken(var profile) -> Effect.quiet(wallet.with(profile));
            case Outdated() -> Effect.quiet(wallet);
        };
    }
}
