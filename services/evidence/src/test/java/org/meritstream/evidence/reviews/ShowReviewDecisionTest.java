package org.meritstream.evidence.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep.Appealed;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.reviews.ReviewTask.Place;
import org.meritstream.evidence.reviews.ReviewTask.Stand;
import org.meritstream.evidence.reviews.ReviewTask.Work;
import org.meritstream.evidence.reviews.ShowReviewDecision.Shown;

class ShowReviewDecisionTest {
    private static final UUID REVIEW = UUID.fromString("5d0f7c1e-9a44-8b1d-a6c3-2e0b8f417a90");
    private static final Fact.Artifact OLD = artifact("old", 1);
    private static final Fact.Artifact NEW = artifact("new", 2);
    private static final Fact.Artifact LATER = artifact("later", 3);
    private static final Fact.Review EARLIER = review("earlier", 1, "ben", ReviewSeat.FIRST);
    private static final Fact.Review FIRST = review("first", 2, "ben", ReviewSeat.FIRST);
    private static final Fact.Review SECOND = review("second", 2, "ada", ReviewSeat.SECOND);
    private static final List<Fact> FACTS = List.of(LATER, OLD, NEW, EARLIER, FIRST);

    @Test
    void showsTheNewestWorkUpToThisTryAndWhatWasWrittenBefore() {
        Shown shown = shown(task(ReviewSeat.SECOND, new Stand.Open()), FACTS);

        assertThat(shown.works()).containsExactly(NEW);
        assertThat(shown.before()).containsExactly(EARLIER);
    }

    @Test
    void hidesWhatOthersDecidedOnThisTryUntilOneHasDecided() {
        Shown before = shown(task(ReviewSeat.SECOND, new Stand.Open()), FACTS);
        Stand decided = new Stand.Decided("ada", "second", MORNING);
        Shown after = shown(task(ReviewSeat.SECOND, decided), List.of(FIRST, SECOND));

        assertThat(before.decisions()).isEmpty();
        assertThat(before.texts()).containsExactly("earlier");
        assertThat(after.decisions()).containsExactly(FIRST);
        assertThat(after.own()).isEqualTo(SECOND);
    }

    @Test
    void hidesWhatAnotherDecidedInThePlaceThatOneWanted() {
        Stand decided = new Stand.Decided("ben", "first", MORNING);

        assertThat(shown(task(ReviewSeat.FIRST, decided), FACTS).texts()).doesNotContain("first");
    }

    @Test
    void showsBothDecisionsToTheModerator() {
        assertThat(shown(task(ReviewSeat.MODERATION, new Stand.Open()), List.of(FIRST, SECOND))
                        .decisions())
                .containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void showsWhoeverHearsAnAppealWhyItIsMade() {
        Appealed appeal = new Appealed("appeal", "c1", 2, null, MORNING);
        Appealed other = new Appealed("other", "c1", 1, null, MORNING);

        assertThat(shown(task(ReviewSeat.APPEAL, new Stand.Open()), List.of(other, appeal, FIRST))
                        .appeal())
                .isEqualTo(appeal);
        assertThat(shown(task(ReviewSeat.SECOND, new Stand.Open()), List.of(appeal))
                        .appeal())
                .isNull();
    }

    private static Shown shown(ReviewTask task, List<Fact> facts) {
        return ShowReviewDecision.decide(task, Set.of("report"), facts, "ada");
    }

    private static ReviewTask task(ReviewSeat seat, Stand stand) {
        return new ReviewTask(
                REVIEW,
                new LearnerKey(NORTHGATE, Fixtures.AMINA),
                Fixtures.SLUG,
                1,
                new Place("c1", 2, seat, null),
                new Work(MORNING, List.of("new")),
                MORNING,
                stand);
    }

    private static Fact.Artifact artifact(String id, int number) {
        return new Fact.Artifact(
                id, "report", number, "sha-256:" + "0".repeat(64), "application/pdf", MORNING.plusSeconds(number));
    }

    private static Fact.Review review(String id, int number, String reviewer, ReviewSeat seat) {
        return new Fact.Review(id, "c1", number, reviewer, false, true, null, MORNING, MORNING, seat);
    }
}
