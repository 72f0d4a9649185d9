package org.meritstream.walletsync.offer;

import static org.meritstream.walletsync.offer.SupersedeDecision.Result.Superseded;
import static org.meritstream.walletsync.offer.SupersedeDecision.Result.SupersededBefore;

import org.meritstream.events.CredentialSuperseded;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.Wallet;

/** A credential has a successor: the learner sees which of the two is current. */
public final class OnCredentialSuperseded {
    private OnCredentialSuperseded() {}

    /** What it does to the learner's wallet. */
    public static Effect on(Wallet wallet, CredentialSuperseded superseded) {
        return switch (SupersedeDecision.decide(wallet.offer(superseded.credential()), superseded)) {
            case Superseded(var offer) -> Effect.quiet(wallet.with(offer));
            case SupersededBefore() -> Effect.quiet(wallet);
        };
    }
}
