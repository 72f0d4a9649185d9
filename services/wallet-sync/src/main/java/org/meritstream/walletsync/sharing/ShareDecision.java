package org.meritstream.walletsync.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ChangeVisibility;
import org.meritstream.events.Visibility;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.walletsync.wallet.LearnerRecord;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.Refusal;
import org.meritstream.walletsync.wallet.Sharing;

/** Whether a credential or a record becomes visible or invisible. Of two decisions the later by its own time stands, however they arrive. */
public final class ShareDecision {
    private ShareDecision() {}

    /** What comes of it. */
    public sealed interface Result {

        /** From now on it is seen otherwise than before. */
        record Changed(Sharing sharing, VisibilityChanged fact) implements Result {}

        /** It was so before; only the time of the decision is new. */
        record Confirmed(Sharing sharing) implements Result {}

        /** It stays as it is. */
        record Refused(Refusal why) implements Result {}
    }

    /** Decides on what the wallet holds of the credential. A revoked one may be hidden, and is not shown anew. */
    public static Result decide(@Nullable Offer held, ChangeVisibility command, Instant now) {
        return held == null
                ? new Result.Refused(Refusal.NOT_OFFERED)
                : decide(held.sharing(), held.revocation() != null, command, now);
    }

    /** Decides on what the wallet holds of the record. It is told even where it was so: issuance may have a registrar's choice that was not heard of here yet. */
    public static Result ofRecord(LearnerRecord held, ChangeVisibility command, Instant now) {
        Result result = decide(held.sharing(), false, command, now);
        return result instanceof Result.Confirmed(var sharing)
                ? new Result.Changed(sharing, fact(command, now))
                : result;
    }

    private static Result decide(Sharing before, boolean revoked, ChangeVisibility command, Instant now) {
        if (before.decidedAt() != null && now.isBefore(before.decidedAt())) {
            return new Result.Refused(Refusal.OVERTAKEN);
        }
        Sharing sharing = new Sharing(command.visibility(), now);
        if (before.visibility() == command.visibility()) {
            return new Result.Confirmed(sharing);
        }
        if (revoked && command.visibility() == Visibility.PUBLIC) {
            return new Result.Refused(Refusal.REVOKED);
        }
        return new Result.Changed(sharing, fact(command, now));
    }

    private static VisibilityChanged fact(ChangeVisibility command, Instant now) {
        return new VisibilityChanged(
                command.tenant(), command.learner(), command.credential(), command.visibility(), now);
    }
}
