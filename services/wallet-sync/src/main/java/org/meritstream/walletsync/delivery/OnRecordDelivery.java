package org.meritstream.walletsync.delivery;

import static org.meritstream.walletsync.delivery.DeliverDecision.Result.Delivered;
import static org.meritstream.walletsync.delivery.DeliverDecision.Result.DeliveredBefore;
import static org.meritstream.walletsync.delivery.DeliverDecision.Result.Refused;

import java.util.List;
import org.meritstream.events.RecordDelivery;
import org.meritstream.log.Inbound;
import org.meritstream.walletsync.wallet.Announcement;
import org.meritstream.walletsync.wallet.Answer;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.Wallet;

/** The learner took a copy: announced once for each channel. */
public final class OnRecordDelivery {
    private OnRecordDelivery() {}

    /** What it does to the learner's wallet. */
    public static Effect on(Wallet wallet, Inbound event, RecordDelivery command) {
        Answer done = new Answer.Done(command.credential());
        return switch (DeliverDecision.decide(wallet.offer(command.credential()), command, event.time())) {
            case Delivered(var offer, var fact) -> new Effect(wallet.with(offer), Announcement.once(event, fact), done);
            case DeliveredBefore() -> new Effect(wallet, List.of(), done);
            case Refused(var why) -> new Effect(wallet, List.of(), new Answer.Refused(why));
        };
    }
}
