package org.meritstream.evidence.awards;

import java.time.Instant;
import org.meritstream.evidence.awards.Award.Stand;

/** What an earned award still waits for. */
public final class ReleaseDecision {
    private ReleaseDecision() {}

    /** The next step of an earned award. */
    public sealed interface Next {

        /** It is conferred now. */
        record Confer() implements Next {}

        /** A registrar has to approve it. */
        record AwaitApproval() implements Next {}

        /** Its date has to come. */
        record AwaitDate(Instant at) implements Next {}
    }

    /**
     * Decides for an award that is earned and not conferred. Approval comes before the date, which may be over by then.
     *
     * @param release of the version it was earned in
     * @param now the time of the event that asks
     */
    public static Next decide(Release release, Stand.Earned stand, Instant now) {
        boolean approved = switch (release.policy()) {
            case AT_ONCE, ON_DATE -> true;
            case AFTER_APPROVAL -> stand.approvedAt() != null;
        };
        if (!approved) {
            return new Next.AwaitApproval();
        }
        Instant at = release.at();
        return at != null && now.isBefore(at) ? new Next.AwaitDate(at) : new Next.Confer();
    }
}
