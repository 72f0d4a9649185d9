package org.meritstream.evidence.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.evidence.judgement.LookAsked;
import org.meritstream.evidence.judgement.LookAsked.State;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.reviews.RequestReviewDecision.Case;
import org.meritstream.evidence.reviews.RequestReviewDecision.Request;
import org.meritstream.evidence.reviews.ReviewTask.Place;
import org.meritstream.evidence.reviews.ReviewTask.Stand;
import org.meritstream.evidence.reviews.ReviewTask.Work;

class RequestReviewDecisionTest {
    private static final UUID REVIEW = UUID.fromString("5d0f7c1e-9a44-8b1d-a6c3-2e0b8f417a90");

    @Test
    void asksReviewersUnderTheCommandsId() {
        assertThat(decide(State.MAY_ASK))
                .isEqualTo(new Request.Ask(new ReviewStep.Requested("command", "c1", 3, MORNING)));
    }

    @Test
    void asksWhereAnyVersionLetsOne() {
        assertThat(decide(State.NO_SUCH_CRITERION, State.HAND_IN, State.MAY_ASK))
                .isInstanceOf(Request.Ask.class);
    }

    @Test
    void asksNobodyTwice() {
        ReviewTask open = new ReviewTask(
                REVIEW,
                new LearnerKey(NORTHGATE, Fixtures.AMINA),
                Fixtures.SLUG,
                1,
                new Place("c1", 1, ReviewSeat.FIRST, null),
                new Work(MORNING, List.of()),
                MORNING,
                new Stand.Open());

        assertThat(RequestReviewDecision.decide(
                        new Case(true, List.of(new LookAsked(State.MAY_ASK, 2)), open), "c1", "command", MORNING))
                .isEqualTo(new Request.AskedBefore(REVIEW));
    }

    @Test
    void saysWhyNobodyIsAsked() {
        assertThat(decide()).isInstanceOf(Request.UnknownAchievement.class);
        assertThat(decide(State.NO_SUCH_CRITERION)).isInstanceOf(Request.UnknownCriterion.class);
        assertThat(decide(State.NOT_REVIEWED)).isInstanceOf(Request.NotReviewed.class);
        assertThat(decide(State.HAND_IN)).isInstanceOf(Request.HandIn.class);
        assertThat(decide(State.NO_ATTEMPT)).isInstanceOf(Request.NoAttempt.class);
        assertThat(decide(State.MET)).isInstanceOf(Request.Met.class);
        assertThat(RequestReviewDecision.decide(new Case(false, List.of(), null), "c1", "command", MORNING))
                .isInstanceOf(Request.UnknownLearner.class);
    }

    private static Request decide(State... versions) {
        List<LookAsked> asked =
                Arrays.stream(versions).map(state -> new LookAsked(state, 3)).toList();
        return RequestReviewDecision.decide(new Case(true, asked, null), "c1", "command", MORNING);
    }
}
