package org.meritstream.evidence.awards;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.RegradePolicy;
import org.meritstream.evidence.awards.Award.Basis;
import org.meritstream.evidence.awards.Award.Regard;
import org.meritstream.evidence.awards.Award.Stand;

/** What a learner's standing in the versions of one achievement means for the awards of it. */
public final class SettleDecision {
    private SettleDecision() {}

    /**
     * A version whose criteria are met.
     *
     * @param release when an award of it is conferred
     */
    public record Met(int version, Release release, Basis basis) {}

    /**
     * How a person stands in an achievement.
     *
     * @param known whether the roster knows the person
     * @param met the versions whose criteria are met
     * @param unmet the versions whose criteria are not, as far as they could be judged
     * @param regrade the policy of the version that the standing award is of
     */
    public record Standing(boolean known, List<Met> met, Set<Integer> unmet, RegradePolicy regrade) {}

    /** What is to be done, at most one thing; whoever withdraws asks again. */
    public sealed interface Settlement {

        /** All is as it should be. */
        record Nothing() implements Settlement {}

        /** The next award is made. */
        record Earn(int number, Met met) implements Settlement {}

        /** An award that is not conferred yet rests on other facts now. */
        record Rebase(Award award, Basis basis) implements Settlement {}

        /** An award does not stand any more. */
        record Withdraw(Award award, AwardWithdrawalReason reason) implements Settlement {}

        /** A conferred award is no longer earned, and stands until a human has decided. */
        record Flag(Award award) implements Settlement {}

        /** A conferred award is no longer earned: it falls, and a human decides whether it is restored. */
        record Suspend(Award award) implements Settlement {}

        /** A conferred award that was flagged, or kept, is earned again: there is nothing left to decide. */
        record Unflag(Award award) implements Settlement {}
    }

    /**
     * Decides for one person and one achievement.
     *
     * <p>While an award stands there is no second one, whichever version is met. Of several versions that are met the newest is awarded.
     * What a registrar withdrew is not awarded again for the same facts. What cannot be judged undoes nothing that was conferred.
     *
     * @param former every award of the achievement the person ever had
     */
    public static Settlement decide(List<Award> former, Standing now) {
        Optional<Award> standing = former.stream().filter(Award::stands).findFirst();
        if (standing.isPresent()) {
            Award award = standing.get();
            return award.isHeld() ? held(award, now) : pending(award, now);
        }
        Optional<Met> newest = now.met().stream()
                .filter(met -> former.stream().noneMatch(award -> isUndone(award, met)))
                .max(Comparator.comparingInt(Met::version));
        if (!now.known() || newest.isEmpty()) {
            return new Settlement.Nothing();
        }
        int last = former.stream().mapToInt(Award::number).max().orElse(0);
        return new Settlement.Earn(last + 1, newest.get());
    }

    private static Settlement pending(Award award, Standing now) {
        Optional<Met> still = met(award, now);
        if (still.isEmpty()) {
            return award.regard() == Regard.KEPT
                    ? new Settlement.Nothing()
                    : new Settlement.Withdraw(award, AwardWithdrawalReason.NO_LONGER_EARNED);
        }
        Basis basis = still.get().basis();
        return basis.equals(award.basis()) ? new Settlement.Nothing() : new Settlement.Rebase(award, basis);
    }

    private static Settlement held(Award award, Standing now) {
        boolean regarded = award.regard() != Regard.NONE;
        if (met(award, now).isPresent()) {
            return regarded ? new Settlement.Unflag(award) : new Settlement.Nothing();
        }
        if (regarded || !now.unmet().contains(award.version())) {
            return new Settlement.Nothing();
        }
        return switch (now.regrade()) {
            case KEEP -> new Settlement.Nothing();
            case FLAG -> new Settlement.Flag(award);
            case SUSPEND -> new Settlement.Suspend(award);
            case WITHDRAW -> new Settlement.Withdraw(award, AwardWithdrawalReason.REGRADED);
        };
    }

    private static Optional<Met> met(Award award, Standing now) {
        return now.met().stream().filter(m -> m.version() == award.version()).findFirst();
    }

    /** Whether a registrar withdrew an award that rested on all that this rests on. */
    private static boolean isUndone(Award award, Met met) {
        return award.stand() instanceof Stand.Withdrawn withdrawn
                && withdrawn.reason().byDecision()
                && new HashSet<>(award.basis().facts()).containsAll(met.basis().facts());
    }
}
