package org.meritstream.evidence.awards;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.awards.Award.Stand;

/** What an award that is not conferred still waits for. */
public final class ReleaseDecision {
    private ReleaseDecision() {}

    /** The next step of an award. */
    public sealed interface Next {

        /** It is conferred now. */
        record Confer() implements Next {}

        /** A registrar has to approve it. */
        record AwaitApproval() implements Next {}

        /** Its date has to come. */
        record AwaitDate(Instant at) implements Next {}

        /** Nothing is left to wait for, but something keeps it back. */
        record Withhold(WithholdingReason reason) implements Next {}

        /** It stays as it is: held, withdrawn, or withheld as before. */
        record Stay() implements Next {}
    }

    /**
     * Decides for an award. Approval comes before the date, which may be over by then; only what would be conferred is withheld.
     *
     * @param restraint what keeps awards of the achievement from the person, or null when nothing does
     * @param now the time of the event that asks
     */
    public static Next decide(Award award, @Nullable WithholdingReason restraint, Instant now) {
        return switch (award.stand()) {
            case Stand.Earned earned -> ofEarned(award.release(), earned, restraint, now);
            case Stand.Withheld withheld -> restraint == null ? new Next.Confer() : new Next.Stay();
            case Stand.Conferred conferred -> new Next.Stay();
            case Stand.Withdrawn withdrawn -> new Next.Stay();
        };
    }

    private static Next ofEarned(
            Release release, Stand.Earned earned, @Nullable WithholdingReason restraint, Instant now) {
        if (!isApproved(release, earned)) {
            return new Next.AwaitApproval();
        }
        Instant at = release.at();
        if (at != null && now.isBefore(at)) {
            return new Next.AwaitDate(at);
        }
        return restraint == null ? new Next.Confer() : new Next.Withhold(restraint);
    }

    private static boolean isApproved(Release release, Stand.Earned earned) {
        return switch (release.policy()) {
            case AT_ONCE, ON_DATE -> true;
            case AFTER_APPROVAL -> earned.approvedAt() != null;
        };
    }
}
