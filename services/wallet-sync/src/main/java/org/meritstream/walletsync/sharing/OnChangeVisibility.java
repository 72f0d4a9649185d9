package org.meritstream.walletsync.sharing;

import static org.meritstream.walletsync.sharing.ShareDecision.Result.Changed;
import static org.meritstream.walletsync.sharing.ShareDecision.Result.Confirmed;
import static org.meritstream.walletsync.sharing.ShareDecision.Result.Refused;

import java.util.List;
import java.util.function.Function;
import org.meritstream.events.ChangeVisibility;
import org.meritstream.log.Inbound;
import org.meritstream.walletsync.wallet.Announcement;
import org.meritstream.walletsync.wallet.Answer;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.LearnerRecord;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.Records;
import org.meritstream.walletsync.wallet.Sharing;
import org.meritstream.walletsync.wallet.Wallet;

/** The learner shares a credential or a record, or no longer does: announced when it changes what others see. */
public final class OnChangeVisibility {
    private OnChangeVisibility() {}

    /** What it does to the learner's wallet. */
    public static Effect on(Wallet wallet, Inbound event, ChangeVisibility command) {
        Records records = wallet.records();
        if (records.knows(command.credential())) {
            LearnerRecord record = records.record(command.credential());
            return effect(
                    wallet,
                    event,
                    ShareDecision.ofRecord(record, command, event.time()),
                    sharing -> wallet.with(records.with(record.shared(sharing))));
        }
        Offer offer = wallet.offer(command.credential());
        return effect(
                wallet,
                event,
                ShareDecision.decide(offer, command, event.time()),
                sharing -> offer == null ? wallet : wallet.with(offer.shared(sharing)));
    }

    private static Effect effect(
            Wallet wallet, Inbound event, ShareDecision.Result result, Function<Sharing, Wallet> shared) {
        Answer done = new Answer.Done(((ChangeVisibility) event.data()).credential());
        return switch (result) {
            case Changed(var sharing, var fact) ->
                new Effect(shared.apply(sharing), Announcement.once(event, fact), done);
            case Confirmed(var sharing) -> new Effect(shared.apply(sharing), List.of(), done);
            case Refused(var why) -> new Effect(wallet, List.of(), new Answer.Refused(why));
        };
    }
}
