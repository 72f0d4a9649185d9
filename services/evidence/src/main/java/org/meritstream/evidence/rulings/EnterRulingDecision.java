package org.meritstream.evidence.rulings;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewStep;

/** Whether a ruling is about something that is there. */
public final class EnterRulingDecision {
    private EnterRulingDecision() {}

    /** What becomes of a ruling. */
    public sealed interface Ruling {

        /** It holds from now on. */
        record Hold(Fact.OfAchievement fact) implements Ruling {}

        /** It held already. */
        record HeldBefore() implements Ruling {}

        /** The roster does not know the learner: most likely a number was mistyped. */
        record UnknownLearner() implements Ruling {}

        /** No version of the achievement is published. */
        record UnknownAchievement() implements Ruling {}

        /** No version of the achievement has the criterion. */
        record UnknownCriterion() implements Ruling {}

        /** The learner was never found to have done so in this achievement. */
        record UnknownMisconduct() implements Ruling {}
    }

    /**
     * What a ruling is about.
     *
     * @param known whether the roster knows the learner
     * @param versions of the achievement that are published
     */
    public record Case(boolean known, Collection<Achievement> versions) {}

    /**
     * Decides an accommodation, or a finding of misconduct.
     *
     * @param criterion it is limited to, or null
     */
    public static Ruling decide(Case about, @Nullable String criterion, Fact.OfAchievement fact) {
        if (!about.known()) {
            return new Ruling.UnknownLearner();
        }
        if (about.versions().isEmpty()) {
            return new Ruling.UnknownAchievement();
        }
        boolean there = criterion == null
                || about.versions().stream()
                        .flatMap(version -> version.criteria().stream())
                        .anyMatch(one -> one.id().equals(criterion));
        return there ? new Ruling.Hold(fact) : new Ruling.UnknownCriterion();
    }

    /**
     * Decides that a finding of misconduct does not stand.
     *
     * @param facts the learner's in the achievement
     */
    public static Ruling clear(List<Fact> facts, Fact.Cleared cleared) {
        boolean found = facts.stream()
                .anyMatch(fact -> fact instanceof Fact.Misconduct misconduct
                        && misconduct.id().equals(cleared.misconduct()));
        if (!found) {
            return new Ruling.UnknownMisconduct();
        }
        boolean before = facts.stream().anyMatch(fact -> switch (fact) {
            case Fact.Cleared other -> other.misconduct().equals(cleared.misconduct());
            case ReviewStep.Settled settled -> settled.misconduct().equals(cleared.misconduct()) && !settled.stands();
            default -> false;
        });
        return before ? new Ruling.HeldBefore() : new Ruling.Hold(cleared);
    }
}
