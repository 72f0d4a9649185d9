package org.meritstream.evidence.awards;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardEvidence;
import org.meritstream.events.AwardResult;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.WithholdingReason;
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
 * @param regard what is thought of one whose criteria are no longer met
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
        Stand stand,
        Regard regard) {

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

    /** Where an award stands; only these steps are there: earned to withheld or conferred, withheld to conferred, each to withdrawn. */
    public sealed interface Stand {

        /**
         * By evaluation, not yet by the university's decision.
         *
         * @param approvedAt when a registrar approved it, which still waits for its date; else null
         */
        record Earned(@Nullable Instant approvedAt) implements Stand {}

        /** It would be held but for a hold or a pause; conferred once that is lifted. */
        record Withheld(Instant at, WithholdingReason reason) implements Stand {}

        /**
         * Held.
         *
         * @param replaces the award that was held before, or null
         */
        record Conferred(Instant at, @Nullable UUID replaces) implements Stand {}

        /**
         * Not standing any more.
         *
         * @param conferredAt when it was held before, else null
         */
        record Withdrawn(@Nullable Instant conferredAt, Instant at, AwardWithdrawalReason reason) implements Stand {}
    }

    /** What is thought of an award that was conferred and whose criteria are no longer met. */
    public enum Regard {
        /** Nothing: they are met, or nobody is asked. */
        NONE,
        /** A human has to decide. */
        FLAGGED,
        /** A human decided that it stands all the same. */
        KEPT
    }

    /** Whether it was ever conferred. */
    boolean wasHeld() {
        return switch (stand) {
            case Stand.Earned earned -> false;
            case Stand.Withheld withheld -> false;
            case Stand.Conferred conferred -> true;
            case Stand.Withdrawn withdrawn -> withdrawn.conferredAt() != null;
        };
    }

    Award regarded(Regard as) {
        return new Award(id, learner, achievement, version, number, release, basis, cause, earnedAt, stand, as);
    }

    /** Whether it stands, conferred or not: while it does, the achievement is not awarded again. */
    public boolean stands() {
        return !(stand instanceof Stand.Withdrawn);
    }

    /** Whether the person holds it. */
    boolean isHeld() {
        return stand instanceof Stand.Conferred;
    }

    /** When a registrar approved it, or null when nobody did or it does not matter any more. */
    @Nullable
    Instant approvedAt() {
        return stand instanceof Stand.Earned earned ? earned.approvedAt() : null;
    }

    Award restingOn(Basis changed) {
        return new Award(id, learner, achievement, version, number, release, changed, cause, earnedAt, stand, regard);
    }

    Award approved(Instant at) {
        return standing(new Stand.Earned(at));
    }

    Award withheld(Instant at, WithholdingReason reason) {
        return standing(new Stand.Withheld(at, reason));
    }

    Award conferred(Instant at, @Nullable UUID replaces) {
        return standing(new Stand.Conferred(at, replaces));
    }

    /** A human decides about what was suspended, and about nothing else that is withdrawn. */
    Award withdrawn(Instant at, AwardWithdrawalReason reason) {
        Instant held = stand instanceof Stand.Conferred conferred ? conferred.at() : null;
        Regard after = reason == AwardWithdrawalReason.SUSPENDED ? Regard.FLAGGED : Regard.NONE;
        return standing(new Stand.Withdrawn(held, at, reason)).regarded(after);
    }

    private Award standing(Stand next) {
        return new Award(id, learner, achievement, version, number, release, basis, cause, earnedAt, next, regard);
    }
}
