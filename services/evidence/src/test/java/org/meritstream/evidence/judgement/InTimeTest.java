package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.FactFixtures.artifact;
import static org.meritstream.evidence.judgement.FactFixtures.day;
import static org.meritstream.evidence.judgement.FactFixtures.extraAttempts;
import static org.meritstream.evidence.judgement.FactFixtures.misconduct;
import static org.meritstream.evidence.judgement.FactFixtures.seated;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.mark;
import static org.meritstream.evidence.judgement.Fixtures.withdrawal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.WithdrawalReason;

/** What counts by a version that was retired. */
class InTimeTest {
    private static final Fact.Review REVIEW = seated("review", 1, "r1", "good", ReviewSeat.FIRST);

    @Test
    void countsAReviewByWhenTheWorkWasHandedIn() {
        assertThat(REVIEW.reviewedAt()).isAfter(REVIEW.submittedAt());
        assertThat(InTime.of(List.of(REVIEW), REVIEW.submittedAt())).containsExactly(REVIEW);
        assertThat(InTime.of(List.of(REVIEW), REVIEW.submittedAt().minusNanos(1)))
                .isEmpty();
    }

    @Test
    void countsWorkAndMarksByTheirOwnTime() {
        Fact.Artifact work = artifact("work", 1, "a");
        Fact.Completed mark = mark("mark", ESSAY, "80", "100");

        assertThat(InTime.of(List.of(work), work.submittedAt())).containsExactly(work);
        assertThat(InTime.of(List.of(work), work.submittedAt().minusNanos(1))).isEmpty();
        assertThat(InTime.of(List.of(mark), mark.ownTime())).containsExactly(mark);
        assertThat(InTime.of(List.of(mark), mark.ownTime().minusNanos(1))).isEmpty();
    }

    @Test
    void countsWhatTakesSomethingBackAtAnyTime() {
        List<Fact> undoing = List.of(
                withdrawal("gone", ESSAY, WithdrawalReason.CLEARED, day(20)),
                misconduct(day(21), true),
                new Fact.Cleared("cleared", "misconduct", day(22)),
                new Fact.Lost("lost", "credential", day(23), null));

        assertThat(InTime.of(undoing, day(5))).isEqualTo(undoing);
    }

    @Test
    void countsNoTermsThatWereGrantedLater() {
        Fact.Accommodation later = extraAttempts(2);

        assertThat(InTime.of(List.of(later), later.grantedAt().minusNanos(1))).isEmpty();
    }
}
