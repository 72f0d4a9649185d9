package org.meritstream.walletsync.sharing;

import static org.meritstream.walletsync.sharing.ShareDecision.Result.Changed;
import static org.meritstream.walletsync.sharing.ShareDecision.Result.Confirmed;
import static org.meritstream.walletsync.sharing.ShareDecision.Result.Refused;

import java.util.List;
import org.meritstream.events.ChangeVisibility;
import org.meritstream.log.Inbound;
import org.meritstream.walletsync.wallet.Announcement;
import org.meritstream.walletsync.wallet.Answer;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.Wallet;

/** The learner shares a credential, or no longer does: announced when it changes what others see. */
public final class OnChangeVisibility {
    private OnChangeVisibility() {}

    /** What it does to the learner's wallet. */
    public static Effect on(Wallet wallet, Inbound event, ChangeVisibility command) {
        Answer done = new Answer.Done(command.credential());
        return switch (ShareDecision.decide(wallet.offer(command.credential()), command, event.time())) {
            case Changed(var offer, var fact) -> new Effect(wallet.with(offer), Announcement.once(event, fact), done);
            case Confirmed(var offer) -> new Effect(wallet.with(offer), List.of(), done);
            case Refused(var why) -> new Effect(wallet, List.of(), new Answer.Refused(why));
        };
    }
}
