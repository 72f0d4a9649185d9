package org.meritstream.walletsync.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialDelivered;
import org.meritstream.events.RecordDelivery;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.Refusal;

/** Whether a copy is the first through its channel. */
public final class DeliverDecision {
    private DeliverDecision() {}

    /** What comes of it. */
    public sealed interface Result {

        /** The first copy through this channel. */
        record Delivered(Offer offer, CredentialDelivered fact) implements Result {}

        /** One more copy. */
        record DeliveredBefore() implements Result {}

        /** There is nothing to take a copy of. */
        record Refused(Refusal why) implements Result {}
    }

    /** Decides on what the wallet holds of the credential. A revoked one is still the learner's to keep. */
    public static Result decide(@Nullable Offer held, RecordDelivery command, Instant now) {
        if (held == null) {
            return new Result.Refused(Refusal.NOT_OFFERED);
        }
        if (held.delivery(command.channel()) != null) {
            return new Result.DeliveredBefore();
        }
        Offer offer = held.delivered(new Offer.Delivery(command.channel(), now));
        return new Result.Delivered(
                offer,
                new CredentialDelivered(
                        command.tenant(), command.learner(), command.credential(), command.channel(), now));
    }
}
