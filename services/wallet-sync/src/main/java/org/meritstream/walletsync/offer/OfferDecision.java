package org.meritstream.walletsync.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.OfferCreated;
import org.meritstream.walletsync.wallet.Offer;

/** Whether an issued credential is offered to its learner. */
public final class OfferDecision {
    private OfferDecision() {}

    /** What comes of it. */
    public sealed interface Result {

        /** It waits for the learner from now on. */
        record Offered(Offer offer, OfferCreated fact) implements Result {}

        /** It was revoked before it was heard of: kept, announced to nobody. */
        record RevokedBefore(Offer offer) implements Result {}

        /** It was offered before. */
        record OfferedBefore() implements Result {}
    }

    /** Decides on what the wallet holds of the credential. */
    public static Result decide(@Nullable Offer held, CredentialIssued issued, Instant now) {
        Offer.Issue issue =
                new Offer.Issue(issued.achievement(), issued.version(), issued.number(), issued.issuedAt(), now);
        OfferCreated fact = new OfferCreated(issued.tenant(), issued.learner(), issued.credential(), now);
        if (held == null) {
            return new Result.Offered(Offer.of(issued.credential(), issue), fact);
        }
        if (held.issue() != null) {
            return new Result.OfferedBefore();
        }
        return held.revocation() == null && held.supersededBy() == null
                ? new Result.Offered(held.issued(issue), fact)
                : new Result.RevokedBefore(held.issued(issue));
    }
}
