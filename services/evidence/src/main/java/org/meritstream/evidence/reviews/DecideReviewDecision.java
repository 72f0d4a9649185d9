package org.meritstream.evidence.reviews;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Criterion;
import org.meritstream.events.DecideReview;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep;
import org.meritstream.evidence.judgement.VerdictsAsked;
import org.meritstream.evidence.reviews.ReviewTask.Place;

/** What a reviewer's decision does. */
public final class DecideReviewDecision {
    private DecideReviewDecision() {}

    /** What becomes of a decision. */
    public sealed interface Ruling {

        /** It is filed, and the learner is judged by it. */
        record File(Fact.OfAchievement fact) implements Ruling {}

        /** There is no such review of this learner. */
        record Unknown() implements Ruling {}

        /** Somebody else decided meanwhile. */
        record DecidedMeanwhile() implements Ruling {}

        /** It is not wanted any more. */
        record NotWanted() implements Ruling {}

        /** The reviewer is the learner. */
        record OwnWork() implements Ruling {}

        /** The reviewer has decided on this try before, in another place. */
        record DecidedBefore() implements Ruling {}

        /** It is not a verdict of the kind that the criterion asks for. */
        record NoVerdict() implements Ruling {}
    }

    /**
     * What is decided on.
     *
     * @param task null where there is none of that id
     * @param criterion of the version by which it is judged, or null where an appeal is against misconduct
     * @param facts of the learner in the achievement
     * @param ownWork whether the reviewer is the learner
     */
    public record Case(@Nullable ReviewTask task, @Nullable Criterion criterion, List<Fact> facts, boolean ownWork) {}

    /**
     * Decides what becomes of a decision.
     *
     * @param id of the command, which the fact takes
     */
    public static Ruling decide(Case about, DecideReview asked, String id, Instant now) {
        ReviewTask task = about.task();
        if (task == null) {
            return new Ruling.Unknown();
        }
        if (about.ownWork()) {
            return new Ruling.OwnWork();
        }
        switch (task.stand()) {
            case ReviewTask.Stand.Decided decided -> {
                return new Ruling.DecidedMeanwhile();
            }
            case ReviewTask.Stand.Closed closed -> {
                return new Ruling.NotWanted();
            }
            case ReviewTask.Stand.Open open -> {
                // It is to be decided.
            }
        }
        return task.place().misconduct() == null
                ? review(about, task, asked, new Stamp(id, now))
                : settle(task.place().misconduct(), asked, new Stamp(id, now));
    }

    /** When, and under which id. */
    private record Stamp(String id, Instant now) {}

    private static Ruling review(Case about, ReviewTask task, DecideReview asked, Stamp stamp) {
        Place place = task.place();
        if (about.facts().stream().anyMatch(fact -> decided(fact, place, asked.reviewer()))) {
            return new Ruling.DecidedBefore();
        }
        Criterion criterion = about.criterion();
        if (criterion == null || !VerdictsAsked.of(criterion).take(asked.level(), asked.passed())) {
            return new Ruling.NoVerdict();
        }
        boolean settles = place.seat() == ReviewSeat.MODERATION || place.seat() == ReviewSeat.APPEAL;
        return new Ruling.File(new Fact.Review(
                stamp.id(),
                criterion.id(),
                place.number(),
                asked.reviewer(),
                settles,
                asked.passed(),
                asked.level(),
                task.work().submittedAt(),
                stamp.now(),
                place.seat()));
    }

    private static boolean decided(Fact fact, Place place, String reviewer) {
        return fact instanceof Fact.Review review
                && review.criterion().equals(place.criterion())
                && review.number() == place.number()
                && review.reviewer().equals(reviewer);
    }

    private static Ruling settle(String misconduct, DecideReview asked, Stamp stamp) {
        Boolean stands = asked.stands();
        return stands == null
                ? new Ruling.NoVerdict()
                : new Ruling.File(
                        new ReviewStep.Settled(stamp.id(), misconduct, asked.reviewer(), stands, stamp.now()));
    }
}
