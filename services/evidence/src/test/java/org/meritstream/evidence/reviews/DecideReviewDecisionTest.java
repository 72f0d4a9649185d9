package org.meritstream.evidence.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Criterion;
import org.meritstream.events.DecideReview;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep;
import org.meritstream.events.Rubric;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.reviews.DecideReviewDecision.Case;
import org.meritstream.evidence.reviews.DecideReviewDecision.Ruling;
import org.meritstream.evidence.reviews.ReviewTask.Place;
import org.meritstream.evidence.reviews.ReviewTask.Stand;
import org.meritstream.evidence.reviews.ReviewTask.Work;

class DecideReviewDecisionTest {
    private static final UUID LEARNER = UUID.fromString("000003e1-7a51-8c3e-9b0d-4f6a2e1c03e1");
    private static final UUID REVIEW = UUID.fromString("5d0f7c1e-9a44-8b1d-a6c3-2e0b8f417a90");
    private static final Rubric RUBRIC = new Rubric(List.of(
            new Rubric.Level("weak", "Weak", null, BigDecimal.ZERO),
            new Rubric.Level("good", "Good", null, BigDecimal.TWO)));
    private static final Criterion BY_LEVEL =
            new Criterion("c1", "Report", "Write it.", new Rule.Review("good", 2, 0, CountingAttempt.LATEST), RUBRIC);
    private static final Criterion BY_VERDICT =
            new Criterion("c1", "Report", "Write it.", new Rule.Review(null, 1, 0, CountingAttempt.LATEST), null);

    @Test
    void filesTheDecisionUnderTheCommandsId() {
        assertThat(decide(open(ReviewSeat.SECOND), BY_LEVEL, List.of(), level("good")))
                .isEqualTo(new Ruling.File(new Fact.Review(
                        "command", "c1", 1, "ada", false, null, "good", MORNING, MORNING, ReviewSeat.SECOND)));
    }

    @Test
    void marksWhatSettlesADisagreement() {
        assertThat(decide(open(ReviewSeat.MODERATION), BY_LEVEL, List.of(), level("good")))
                .isInstanceOfSatisfying(
                        Ruling.File.class,
                        file -> assertThat(((Fact.Review) file.fact()).moderation())
                                .isTrue());
    }

    @Test
    void refusesWhatIsDecidedOrNotWantedMeanwhile() {
        assertThat(decide(
                        open(ReviewSeat.FIRST).standing(new Stand.Decided("ben", "f", MORNING)),
                        BY_LEVEL,
                        List.of(),
                        level("good")))
                .isInstanceOf(Ruling.DecidedMeanwhile.class);
        assertThat(decide(
                        open(ReviewSeat.FIRST).standing(new Stand.Closed(MORNING)), BY_LEVEL, List.of(), level("good")))
                .isInstanceOf(Ruling.NotWanted.class);
    }

    @Test
    void refusesAReviewThatIsNotThere() {
        assertThat(decide(null, null, List.of(), level("good"))).isInstanceOf(Ruling.Unknown.class);
    }

    @Test
    void refusesASecondPlaceToWhoeverHasDecidedOnTheTry() {
        Fact first = new Fact.Review("f", "c1", 1, "ada", false, null, "good", MORNING, MORNING, ReviewSeat.FIRST);
        Fact earlier = new Fact.Review("f", "c1", 2, "ada", false, null, "good", MORNING, MORNING, ReviewSeat.FIRST);

        assertThat(decide(open(ReviewSeat.SECOND), BY_LEVEL, List.of(first), level("good")))
                .isInstanceOf(Ruling.DecidedBefore.class);
        assertThat(decide(open(ReviewSeat.APPEAL), BY_LEVEL, List.of(first), level("good")))
                .isInstanceOf(Ruling.DecidedBefore.class);
        assertThat(decide(open(ReviewSeat.SECOND), BY_LEVEL, List.of(earlier), level("good")))
                .isInstanceOf(Ruling.File.class);
    }

    @Test
    void refusesOnesOwnWork() {
        Case own = new Case(open(ReviewSeat.FIRST), BY_LEVEL, List.of(), true);

        assertThat(DecideReviewDecision.decide(own, level("good"), "command", MORNING))
                .isInstanceOf(Ruling.OwnWork.class);
    }

    @Test
    void refusesAVerdictThatTheCriterionDoesNotAskFor() {
        assertThat(decide(open(ReviewSeat.FIRST), BY_LEVEL, List.of(), level("splendid")))
                .isInstanceOf(Ruling.NoVerdict.class);
        assertThat(decide(open(ReviewSeat.FIRST), BY_LEVEL, List.of(), passed()))
                .isInstanceOf(Ruling.NoVerdict.class);
        assertThat(decide(open(ReviewSeat.FIRST), BY_VERDICT, List.of(), level("good")))
                .isInstanceOf(Ruling.NoVerdict.class);
        assertThat(decide(open(ReviewSeat.FIRST), BY_VERDICT, List.of(), passed()))
                .isInstanceOf(Ruling.File.class);
    }

    @Test
    void settlesAnAppealAgainstMisconduct() {
        ReviewTask appeal = task(new Place(null, 0, ReviewSeat.APPEAL, "finding"));

        assertThat(decide(appeal, null, List.of(), asked(null, null, false)))
                .isEqualTo(new Ruling.File(new ReviewStep.Settled("command", "finding", "ada", false, MORNING)));
        assertThat(decide(appeal, null, List.of(), passed())).isInstanceOf(Ruling.NoVerdict.class);
    }

    private static Ruling decide(
            @Nullable ReviewTask task, @Nullable Criterion criterion, List<Fact> facts, DecideReview asked) {
        return DecideReviewDecision.decide(new Case(task, criterion, facts, false), asked, "command", MORNING);
    }

    private static ReviewTask open(ReviewSeat seat) {
        return task(new Place("c1", 1, seat, null));
    }

    private static ReviewTask task(Place place) {
        return new ReviewTask(
                REVIEW,
                new LearnerKey(NORTHGATE, LEARNER),
                "data-literacy",
                1,
                place,
                new Work(MORNING, List.of()),
                MORNING,
                new Stand.Open());
    }

    private static DecideReview level(String level) {
        return asked(level, null, null);
    }

    private static DecideReview passed() {
        return asked(null, true, null);
    }

    private static DecideReview asked(@Nullable String level, @Nullable Boolean passed, @Nullable Boolean stands) {
        return new DecideReview(NORTHGATE, LEARNER, "data-literacy", REVIEW, "ada", null, level, passed, stands, null);
    }
}
