package org.meritstream.evidence.judgement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Criterion;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.Rule;

/**
 * What an appeal against a review was about and what it came to.
 *
 * @param first the decisions that counted before, which are kept
 * @param second the one that counts instead, or null until there is one
 * @param changed whether it differs
 */
public record AppealOutcome(List<Fact.Review> first, Fact.@Nullable Review second, boolean changed) {

    /** Of one try at a criterion; decisions in their order. */
    public static AppealOutcome of(Criterion criterion, int number, List<Fact> facts) {
        List<Fact.Review> before = new ArrayList<>();
        Fact.Review second = null;
        for (Fact.Review review : History.of(facts).all(Fact.Review.class).toList()) {
            if (!review.criterion().equals(criterion.id()) || review.number() != number) {
                continue;
            }
            if (review.seat() == ReviewSeat.APPEAL) {
                second = second == null ? review : second;
            } else {
                before.add(review);
            }
        }
        Rule.Review rule =
                Leaves.of(criterion.rule(), Rule.Review.class).findFirst().orElse(null);
        if (rule == null) {
            return new AppealOutcome(List.copyOf(before), second, second != null);
        }
        Verdicts verdicts = Verdicts.of(rule, criterion.rubric());
        List<Fact.Review> first = Panel.of(rule, verdicts, before).counting();
        boolean changed = second != null && verdicts.lowest(first) != verdicts.lowest(List.of(second));
        return new AppealOutcome(first, second, changed);
    }
}
