package org.meritstream.walletsync.offer;

import static org.meritstream.walletsync.offer.CollectDecision.Result.Collected;
import static org.meritstream.walletsync.offer.CollectDecision.Result.CollectedBefore;
import static org.meritstream.walletsync.offer.CollectDecision.Result.Refused;

import java.util.List;
import org.meritstream.events.CollectOffer;
import org.meritstream.log.Inbound;
import org.meritstream.walletsync.wallet.Announcement;
import org.meritstream.walletsync.wallet.Answer;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.Wallet;

/** The learner takes a credential: announced the first time. */
public final class OnCollectOffer {
    private OnCollectOffer() {}

    /** What it does to the learner's wallet. */
    public static Effect on(Wallet wallet, Inbound event, CollectOffer command) {
        Answer done = new Answer.Done(command.credential());
        return switch (CollectDecision.decide(wallet.offer(command.credential()), command, event.time())) {
            case Collected(var offer, var fact) -> new Effect(wallet.with(offer), Announcement.once(event, fact), done);
            case CollectedBefore() -> new Effect(wallet, List.of(), done);
            case Refused(var why) -> new Effect(wallet, List.of(), new Answer.Refused(why));
        };
    }
}
