package org.meritstream.evidence.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.evidence.judgement.ReviewsWanted.Wanted;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.reviews.QueueDecision.Case;
import org.meritstream.evidence.reviews.QueueDecision.Change;
import org.meritstream.evidence.reviews.QueueDecision.Judged;
import org.meritstream.evidence.reviews.ReviewTask.Place;
import org.meritstream.evidence.reviews.ReviewTask.Stand;

class QueueDecisionTest {
    private static final LearnerKey LEARNER = new LearnerKey(NORTHGATE, Fixtures.AMINA);
    private static final Instant LATER = MORNING.plusSeconds(3600);

    @Test
    void opensWhatIsWantedAndNotThere() {
        assertThat(decide(about(judged(1, false, wanted(ReviewSeat.FIRST))), List.of()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Opened.class,
                        opened -> assertThat(opened.task().openedAt()).isEqualTo(MORNING));
    }

    @Test
    void leavesAloneWhatIsWantedAndThere() {
        Case about = about(judged(1, false, wanted(ReviewSeat.FIRST)));

        assertThat(decide(about, tasks(decide(about, List.of())))).isEmpty();
    }

    @Test
    void closesWhatIsNoLongerWanted() {
        List<ReviewTask> open = tasks(decide(about(judged(1, false, wanted(ReviewSeat.FIRST))), List.of()));

        assertThat(decide(about(judged(1, false)), open))
                .singleElement()
                .extracting(change -> change.task().stand())
                .isEqualTo(new Stand.Closed(LATER));
    }

    @Test
    void opensAgainWhatIsWantedAgain() {
        Case about = about(judged(1, false, wanted(ReviewSeat.FIRST)));
        List<ReviewTask> open = tasks(decide(about, List.of()));
        List<ReviewTask> closed = tasks(decide(about(judged(1, false)), open));

        assertThat(decide(about, closed)).singleElement().isInstanceOf(Change.Changed.class);
    }

    @Test
    void closesWhatIsDecidedWithWhoDecided() {
        List<ReviewTask> open = tasks(decide(about(judged(1, false, wanted(ReviewSeat.FIRST))), List.of()));
        Fact decision = new Fact.Review("f", "c1", 1, "ada", false, true, null, MORNING, LATER, ReviewSeat.FIRST);
        Case decided = new Case(LEARNER, Fixtures.SLUG, List.of(judged(1, true)), List.of(decision));

        assertThat(decide(decided, open))
                .singleElement()
                .extracting(change -> change.task().stand())
                .isEqualTo(new Stand.Decided("ada", "f", LATER));
    }

    @Test
    void letsTwoVersionsShareALook() {
        assertThat(decide(
                        about(
                                judged(1, false, wanted(ReviewSeat.FIRST)),
                                judged(2, false, wanted(ReviewSeat.FIRST), wanted(ReviewSeat.SECOND))),
                        List.of()))
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.task().version()).isEqualTo(2));
    }

    @Test
    void wantsNothingByAnotherVersionOnceOneIsEarnedButHearsAppeals() {
        assertThat(decide(
                        about(judged(1, true), judged(2, false, wanted(ReviewSeat.FIRST), wanted(ReviewSeat.APPEAL))),
                        List.of()))
                .singleElement()
                .extracting(change -> change.task().place().seat())
                .isEqualTo(ReviewSeat.APPEAL);
    }

    private static List<Change> decide(Case about, List<ReviewTask> before) {
        return QueueDecision.decide(about, before, QueueDecisionTest::id, LATER);
    }

    private static UUID id(Place place) {
        return UUID.nameUUIDFromBytes(place.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<ReviewTask> tasks(List<Change> changes) {
        return changes.stream().map(Change::task).toList();
    }

    private static Case about(Judged... versions) {
        return new Case(LEARNER, Fixtures.SLUG, List.of(versions), List.of());
    }

    private static Judged judged(int version, boolean earned, Wanted... wanted) {
        return new Judged(version, earned, List.of(wanted));
    }

    private static Wanted wanted(ReviewSeat seat) {
        return new Wanted("c1", 1, seat, null, MORNING, MORNING, List.of("a"));
    }
}
