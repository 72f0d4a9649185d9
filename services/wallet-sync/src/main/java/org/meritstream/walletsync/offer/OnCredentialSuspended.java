package org.meritstream.walletsync.offer;

import static org.meritstream.walletsync.offer.SuspendDecision.Result.Changed;
import static org.meritstream.walletsync.offer.SuspendDecision.Result.KnownBefore;

import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.Wallet;

/** A credential was suspended or reinstated: its offer stands, and the learner sees how it is. */
public final class OnCredentialSuspended {
    private OnCredentialSuspended() {}

    /** What a suspension does to the learner's wallet. */
    public static Effect on(Wallet wallet, CredentialSuspended suspended) {
        return effect(wallet, SuspendDecision.suspend(wallet.offer(suspended.credential()), suspended));
    }

    /** What its end does. */
    public static Effect on(Wallet wallet, CredentialReinstated reinstated) {
        return effect(wallet, SuspendDecision.reinstate(wallet.offer(reinstated.credential()), reinstated));
    }

    private static Effect effect(Wallet wallet, SuspendDecision.Result result) {
        return switch (result) {
            case Changed(var offer) -> Effect.quiet(wallet.with(offer));
            case KnownBefore() -> Effect.quiet(wallet);
        };
    }
}
