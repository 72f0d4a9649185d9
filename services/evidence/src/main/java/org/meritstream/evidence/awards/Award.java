package org.meritstream.evidence.awards;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardEvidence;
import org.meritstream.events.AwardResult;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.evidence.learners.LearnerKey;

/**
 * An award and where it stands.
 *
 * @param learner the person it was made to
 * @param achievement its name within the tenant
 * @param version the version whose criteria were met
 * @param number counted from 1 per learner and achievement
 * @param release when it is conferred
 * @param basis the facts and marks it rests on
 * @param cause id of the event that made it
 */
public record Award(
        UUID id,
        LearnerKey learner,
        String achievement,
        int version,
        int number,
        Release release,
        Basis basis,
        String cause,
        Instant earnedAt,
        Stand stand) {

    /**
     * What it rests on.
     *
     * @param facts ids of events
     * @param evidence the pieces of work among them
     * @param components the credentials of this tenant among them
     */
    public record Basis(
            List<String> facts,
            List<AwardResult> results,
            List<AwardEvidence> evidence,
            List<AwardComponent> components) {}

    /** Where an award stands; only these steps are there: earned to conferred, either to withdrawn. */
    public sealed interface Stand {

        /**
         * By evaluation, not yet by the university's decision.
         *
         * @param approvedAt when a registrar approved it, which still waits for its date; else null
         */
        record Earned(@Nullable Instant approvedAt) implements Stand {}

        /** Held. */
        record Conferred(Instant at) implements Stand {}

        /**
         * Not standing any more.
         *
         * @param conferredAt when it was held before, else null
         */
        record Withdrawn(@Nullable Instant conferredAt, Instant at, AwardWithdrawalReason reason) implements Stand {}
    }

    /** Whether it stands, conferred or not: while it does, the achievement is not awarded again. */
    public boolean stands() {
        return !(stand instanceof Stand.Withdrawn);
    }

    /** When a registrar approved it, or null when nobody did or it does not matter any more. */
    @Nullable
    Instant approvedAt() {
        return stand instanceof Stand.Earned earned ? earned.approvedAt() : null;
    }

    Award restingOn(Basis changed) {
        return new Award(id, learner, achievement, version, number, release, changed, cause, earnedAt, stand);
    }

    Award approved(Instant at) {
        return standing(new Stand.Earned(at));
    }

    Award conferred(Instant at) {
        return standing(new Stand.Conferred(at));
    }

    Award withdrawn(Instant at, AwardWithdrawalReason reason) {
        Instant held = stand instanceof Stand.Conferred conferred ? conferred.at() : null;
        return standing(new Stand.Withdrawn(held, at, reason));
    }

    private Award standing(Stand next) {
        return new Award(id, learner, achievement, version, number, release, basis, cause, earnedAt, next);
    }
}
