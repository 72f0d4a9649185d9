package org.meritstream.walletsync.offer;

import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.walletsync.wallet.Offer;

/** What a suspension, or its end, leaves of an offer. It stands either way; of several suspensions the one of the highest number counts. */
public final class SuspendDecision {
    private SuspendDecision() {}

    /** What comes of it. */
    public sealed interface Result {

        /** So it stands from now on. */
        record Changed(Offer offer) implements Result {}

        /** That was known, or something later is. */
        record KnownBefore() implements Result {}
    }

    /** Decides on what the wallet holds of the credential that is suspended. */
    public static Result suspend(@Nullable Offer held, CredentialSuspended suspended) {
        Offer.Suspension known = held == null ? null : held.suspension();
        if (known != null && known.number() >= suspended.number()) {
            return new Result.KnownBefore();
        }
        Offer.Suspension suspension = new Offer.Suspension(suspended.number(), suspended.suspendedAt());
        return new Result.Changed(
                held == null ? Offer.suspendedUnseen(suspended.credential(), suspension) : held.suspended(suspension));
    }

    /** Decides on what the wallet holds of the credential that is not suspended any more. */
    public static Result reinstate(@Nullable Offer held, CredentialReinstated reinstated) {
        Offer.Suspension known = held == null ? null : held.suspension();
        boolean over = known != null
                && (known.number() > reinstated.number()
                        || (known.number() == reinstated.number() && known.since() == null));
        if (over) {
            return new Result.KnownBefore();
        }
        Offer.Suspension suspension = new Offer.Suspension(reinstated.number(), null);
        return new Result.Changed(
                held == null ? Offer.suspendedUnseen(reinstated.credential(), suspension) : held.suspended(suspension));
    }
}
