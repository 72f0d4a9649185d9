package org.meritstream.walletsync.offer;

import static org.meritstream.walletsync.offer.OfferDecision.Result.Offered;
import static org.meritstream.walletsync.offer.OfferDecision.Result.OfferedBefore;
import static org.meritstream.walletsync.offer.OfferDecision.Result.RevokedBefore;

import org.meritstream.events.CredentialIssued;
import org.meritstream.log.Inbound;
import org.meritstream.walletsync.wallet.Announcement;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.Wallet;

/** A credential was issued: its learner gets an offer, once. */
public final class OnCredentialIssued {
    private OnCredentialIssued() {}

    /** What it does to the learner's wallet. */
    public static Effect on(Wallet wallet, Inbound event, CredentialIssued issued) {
        return switch (OfferDecision.decide(wallet.offer(issued.credential()), issued, event.time())) {
            case Offered(var offer, var fact) -> new Effect(wallet.with(offer), Announcement.once(event, fact), null);
            case RevokedBefore(var offer) -> Effect.quiet(wallet.with(offer));
            case OfferedBefore() -> Effect.quiet(wallet);
        };
    }
}
