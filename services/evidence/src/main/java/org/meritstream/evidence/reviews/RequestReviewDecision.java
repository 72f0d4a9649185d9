package org.meritstream.evidence.reviews;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ReviewStep;
import org.meritstream.evidence.judgement.LookAsked;

/** What becomes of a request that reviewers look at something. */
public final class RequestReviewDecision {
    private RequestReviewDecision() {}

    /** What becomes of it. */
    public sealed interface Request {

        /** Reviewers are asked. */
        record Ask(ReviewStep.Requested fact) implements Request {}

        /** They were asked and have not decided yet. */
        record AskedBefore(UUID review) implements Request {}

        /** The roster does not know the learner: most likely a number was mistyped. */
        record UnknownLearner() implements Request {}

        /** No version of the achievement is published. */
        record UnknownAchievement() implements Request {}

        /** No version of the achievement has the criterion. */
        record UnknownCriterion() implements Request {}

        /** Nobody reviews this criterion. */
        record NotReviewed() implements Request {}

        /** Something has to be handed in for it: that asks by itself. */
        record HandIn() implements Request {}

        /** It is met for good. */
        record Met() implements Request {}

        /** The policy takes no further try now. */
        record NoAttempt() implements Request {}
    }

    /**
     * What is asked for.
     *
     * @param known whether the roster knows the learner
     * @param versions of the achievement, as they see the criterion
     * @param open a review of the criterion that nobody has decided yet, or null
     */
    public record Case(
            boolean known,
            List<LookAsked> versions,
            @Nullable ReviewTask open) {}

    /**
     * Decides a request.
     *
     * @param id of the command, which the fact takes
     */
    public static Request decide(Case about, String criterion, String id, Instant now) {
        if (!about.known()) {
            return new Request.UnknownLearner();
        }
        if (about.versions().isEmpty()) {
            return new Request.UnknownAchievement();
        }
        Collection<LookAsked> asked = about.versions().stream()
                .filter(version -> version.state() != LookAsked.State.NO_SUCH_CRITERION)
                .toList();
        if (asked.isEmpty()) {
            return new Request.UnknownCriterion();
        }
        if (about.open() != null) {
            return new Request.AskedBefore(about.open().id());
        }
        int number = asked.stream().mapToInt(LookAsked::next).max().orElse(1);
        return asked.stream()
                .map(LookAsked::state)
                .max(LookAsked.State::compareTo)
                .map(state -> request(state, new ReviewStep.Requested(id, criterion, number, now)))
                .orElseGet(Request.UnknownCriterion::new);
    }

    private static Request request(LookAsked.State furthest, ReviewStep.Requested fact) {
        return switch (furthest) {
            case NO_SUCH_CRITERION -> new Request.UnknownCriterion();
            case NOT_REVIEWED -> new Request.NotReviewed();
            case HAND_IN -> new Request.HandIn();
            case MET -> new Request.Met();
            case NO_ATTEMPT -> new Request.NoAttempt();
            case MAY_ASK -> new Request.Ask(fact);
        };
    }
}
