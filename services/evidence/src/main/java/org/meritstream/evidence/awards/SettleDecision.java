package org.meritstream.evidence.awards;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.meritstream.evidence.awards.Award.Basis;
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

    /** What is to be done, at most one thing; whoever withdraws asks again. */
    public sealed interface Settlement {

        /** All is as it should be. */
        record Nothing() implements Settlement {}

        /** The next award is made. */
        record Earn(int number, Met met) implements Settlement {}

        /** An award that waits for approval rests on other facts now. */
        record Rebase(Award award, Basis basis) implements Settlement {}

        /** An award that waits for approval is no longer earned. */
        record Withdraw(Award award) implements Settlement {}
    }

    /**
     * Decides for one person and one achievement.
     *
     * <p>While an award stands there is no second one, whichever version is met. A conferred award outlives the facts it rests on: what
     * becomes of it is a policy of its own. Of several versions that are met the newest is awarded.
     *
     * @param known whether the roster knows the person
     * @param former every award of the achievement the person ever had
     * @param met the versions whose criteria are met
     */
    public static Settlement decide(boolean known, List<Award> former, List<Met> met) {
        Optional<Award> standing = former.stream().filter(Award::stands).findFirst();
        if (standing.isPresent()) {
            return settle(standing.get(), met);
        }
        Optional<Met> newest = met.stream().max(Comparator.comparingInt(Met::version));
        if (!known || newest.isEmpty()) {
            return new Settlement.Nothing();
        }
        int last = former.stream().mapToInt(Award::number).max().orElse(0);
        return new Settlement.Earn(last + 1, newest.get());
    }

    private static Settlement settle(Award award, List<Met> met) {
        if (!(award.stand() instanceof Stand.Earned)) {
            return new Settlement.Nothing();
        }
        Optional<Met> still =
                met.stream().filter(m -> m.version() == award.version()).findFirst();
        if (still.isEmpty()) {
            return new Settlement.Withdraw(award);
        }
        Basis basis = still.get().basis();
        return basis.equals(award.basis()) ? new Settlement.Nothing() : new Settlement.Rebase(award, basis);
    }
}
