package org.meritstream.walletsync.offer;

import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.walletsync.wallet.Offer;

/** What a successor leaves of an offer. */
public final class SupersedeDecision {
    private SupersedeDecision() {}

    /** What comes of it. */
    public sealed interface Result {

        /** Another credential has its place from now on. */
        record Superseded(Offer offer) implements Result {}

        /** It was known before. */
        record SupersededBefore() implements Result {}
    }

    /** Decides on what the wallet holds of the credential. */
    public static Result decide(@Nullable Offer held, CredentialSuperseded superseded) {
        if (held == null) {
            return new Result.Superseded(Offer.supersededUnseen(superseded.credential(), superseded.by()));
        }
        return held.supersededBy() == null
                ? new Result.Superseded(held.superseded(superseded.by()))
                : new Result.SupersededBefore();
    }
}
