package org.meritstream.walletsync.offer;

import static org.meritstream.walletsync.offer.RevokeDecision.Result.Revoked;
import static org.meritstream.walletsync.offer.RevokeDecision.Result.RevokedBefore;

import org.meritstream.events.CredentialRevoked;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.Wallet;

/** A credential was revoked: it can no longer be collected, and the learner sees why. */
public final class OnCredentialRevoked {
    private OnCredentialRevoked() {}

    /** What it does to the learner's wallet. */
    public static Effect on(Wallet wallet, CredentialRevoked revoked) {
        return switch (RevokeDecision.decide(wallet.offer(revoked.credential()), revoked)) {
            case Revoked(var offer) -> Effect.quiet(wallet.with(offer));
            case RevokedBefore() -> Effect.quiet(wallet);
        };
    }
}
