package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Criterion;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewStep;
import org.meritstream.events.Rule;

/**
 * Whether a learner may ask now that reviewers look at a criterion.
 *
 * @param next the number of the try it would be
 */
public record LookAsked(State state, int next) {

    /** From the least to the most hopeful: where versions differ, the furthest counts. */
    public enum State {
        NO_SUCH_CRITERION,
        NOT_REVIEWED,
        HAND_IN,
        NO_ATTEMPT,
        MET,
        MAY_ASK
    }

    /** By one version of the achievement. */
    public static LookAsked of(AchievementPublished achievement, String criterion, List<Fact> facts, Instant now) {
        return achievement.definition().criteria().stream()
                .filter(one -> one.id().equals(criterion))
                .findFirst()
                .map(one -> of(achievement, one, facts, now))
                .orElse(new LookAsked(State.NO_SUCH_CRITERION, 1));
    }

    private static LookAsked of(AchievementPublished achievement, Criterion criterion, List<Fact> facts, Instant now) {
        Question question = question(achievement, criterion, facts, now);
        int next = ReviewTries.of(question).stream()
                        .mapToInt(tried -> tried.number() == null ? 1 : tried.number())
                        .max()
                        .orElse(0)
                + 1;
        return new LookAsked(state(achievement, question, facts, next), next);
    }

    private static State state(AchievementPublished achievement, Question question, List<Fact> facts, int next) {
        Criterion criterion = question.criterion();
        if (Leaves.of(criterion.rule(), Rule.Review.class).findAny().isEmpty()) {
            return State.NOT_REVIEWED;
        }
        if (Leaves.of(criterion.rule(), Rule.Artifact.class).findAny().isPresent()) {
            return State.HAND_IN;
        }
        if (question.terms().metIsMet()
                && JudgeRule.judge(criterion.rule(), question).standing() == MET) {
            return State.MET;
        }
        List<Fact> asked = new ArrayList<>(facts);
        asked.add(new ReviewStep.Requested("asked", criterion.id(), next, question.now()));
        Question then = question(achievement, criterion, asked, question.now());
        boolean taken = Admissions.of(ReviewTries.of(then), then.terms()).admitted().stream()
                .anyMatch(admitted ->
                        Integer.valueOf(next).equals(admitted.tried().number()));
        return taken ? State.MAY_ASK : State.NO_ATTEMPT;
    }

    private static Question question(
            AchievementPublished achievement, Criterion criterion, List<Fact> facts, Instant now) {
        History history = History.of(facts);
        return new Question(
                criterion, history, Terms.of(achievement.definition().resubmission(), criterion.id(), history), now);
    }
}
