package org.meritstream.evidence.judgement;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Criterion;
import org.meritstream.events.Fact;
import org.meritstream.events.Resubmission;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.Rule;

/**
 * What reviewers decided last of a criterion, which may be appealed.
 *
 * @param number of the try
 * @param decidedAt when the last of the decisions that count was made
 * @param within how long after that, or null for any time
 * @param heard whether it was decided on appeal, which is final
 */
public record Appealable(
        int number, Instant decidedAt, @Nullable Duration within, boolean heard) {

    /** By one version of the achievement; null where nothing is decided, or there is no such criterion. */
    public static @Nullable Appealable of(AchievementPublished achievement, String criterion, List<Fact> facts) {
        return achievement.definition().criteria().stream()
                .filter(one -> one.id().equals(criterion))
                .flatMap(one -> Leaves.of(one.rule(), Rule.Review.class).map(rule -> of(achievement, one, rule, facts)))
                .filter(decided -> decided != null)
                .max(Comparator.comparingInt(Appealable::number).thenComparing(Appealable::decidedAt))
                .orElse(null);
    }

    private static @Nullable Appealable of(
            AchievementPublished achievement, Criterion criterion, Rule.Review rule, List<Fact> facts) {
        Resubmission policy = achievement.definition().resubmission();
        History history = History.of(facts);
        Question question = new Question(criterion, history, Terms.of(policy, criterion.id(), history), Instant.EPOCH);
        Verdicts verdicts = Verdicts.of(rule, criterion.rubric());
        Appealable last = null;
        for (Try<ReviewTries.Work> tried : ReviewTries.of(question)) {
            Panel panel = Panel.of(rule, verdicts, tried.work().decisions());
            Integer number = tried.number();
            if (panel.stage() == Panel.Stage.DECIDED && number != null) {
                last = new Appealable(
                        number, decidedAt(panel), policy == null ? null : policy.appealWithin(), heard(panel));
            }
        }
        return last;
    }

    private static Instant decidedAt(Panel panel) {
        return panel.counting().stream()
                .map(Fact.Review::reviewedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static boolean heard(Panel panel) {
        return panel.counting().stream().anyMatch(decision -> decision.seat() == ReviewSeat.APPEAL);
    }
}
