package org.meritstream.walletsync.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CollectOffer;
import org.meritstream.events.OfferCollected;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.Refusal;

/** Whether a learner may take a credential, and whether it is the first time. */
public final class CollectDecision {
    private CollectDecision() {}

    /** What comes of it. */
    public sealed interface Result {

        /** It is the learner's from now on. */
        record Collected(Offer offer, OfferCollected fact) implements Result {}

        /** It was the learner's before. */
        record CollectedBefore() implements Result {}

        /** It can not be taken. */
        record Refused(Refusal why) implements Result {}
    }

    /** Decides on what the wallet holds of the credential. */
    public static Result decide(@Nullable Offer held, CollectOffer command, Instant now) {
        if (held == null) {
            return new Result.Refused(Refusal.NOT_OFFERED);
        }
        if (held.collectedAt() != null) {
            return new Result.CollectedBefore();
        }
        if (held.revocation() != null) {
            return new Result.Refused(Refusal.REVOKED);
        }
        OfferCollected fact =
                new OfferCollected(command.tenant(), command.learner(), command.credential(), command.channel(), now);
        return new Result.Collected(held.collected(now), fact);
    }
}
