package org.meritstream.evidence.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Fact;
import org.meritstream.events.Resubmission;
import org.meritstream.events.Resubmission.CarryOver;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep.Appealed;
import org.meritstream.events.ReviewStep.Settled;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.appeals.LodgeAppealDecision.Hearing;
import org.meritstream.evidence.judgement.FactFixtures;

/** By an achievement whose one criterion two reviewers look at, and which takes appeals for two weeks. */
class ReviewedTest {
    private static final AchievementPublished VERSION = FactFixtures.achievement(
            new Resubmission(null, null, null, null, CarryOver.NOTHING, Duration.ofDays(14)),
            AwardRule.ALL,
            new Rule.Review(null, 2, 0, CountingAttempt.LATEST));
    private static final String FINDING = "0192d5a0-5f0e-7c3a-9d7e-1b2c3d4e5f60";
    private static final Fact MISCONDUCT = new Fact.Misconduct(FINDING, null, false, MORNING);
    private static final Instant SOON = MORNING.plus(Duration.ofDays(3));
    private static final Instant LATE = MORNING.plus(Duration.ofDays(30));

    @Test
    void showsFeedbackTheNewestFirstOnceTheDecisionIsWhole() {
        assertThat(reviewed(SOON, review("a", 1, ReviewSeat.FIRST)).feedback("c1"))
                .isEmpty();
        assertThat(reviewed(SOON, review("a", 1, ReviewSeat.FIRST), review("b", 1, ReviewSeat.SECOND))
                        .feedback("c1"))
                .extracting(Reviewed.Feedback::text)
                .containsExactly("By b.", "By a.");
    }

    @Test
    void keepsTheFeedbackOfATryThatIsNotDecided() {
        Reviewed reviewed = reviewed(
                SOON,
                review("a", 1, ReviewSeat.FIRST),
                review("b", 1, ReviewSeat.SECOND),
                review("c", 2, ReviewSeat.FIRST));

        assertThat(reviewed.feedback("c1")).extracting(Reviewed.Feedback::text).doesNotContain("By c.");
    }

    @Test
    void asksWhatTheAppealWouldMeet() {
        Fact[] decided = {review("a", 1, ReviewSeat.FIRST), review("b", 1, ReviewSeat.SECOND)};
        Fact lodged = new Appealed("appeal", "c1", 1, null, SOON);

        assertThat(reviewed(SOON).hearing("c1")).isInstanceOf(Hearing.NothingDecided.class);
        assertThat(reviewed(SOON, decided).hearing("c1")).isInstanceOf(Hearing.Hear.class);
        assertThat(reviewed(LATE, decided).hearing("c1")).isInstanceOf(Hearing.TooLate.class);
        assertThat(reviewed(LATE, decided[0], decided[1], lodged).hearing("c1"))
                .isInstanceOf(Hearing.LodgedBefore.class);
        assertThat(reviewed(LATE, decided[0], decided[1], lodged, review("d", 1, ReviewSeat.APPEAL))
                        .hearing("c1"))
                .isInstanceOf(Hearing.Final.class);
    }

    @Test
    void tellsOfFindingsUnlessARegistrarClearedThem() {
        assertThat(reviewed(SOON, MISCONDUCT).findings())
                .singleElement()
                .extracting(Reviewed.Found::hearing)
                .isInstanceOf(Hearing.Hear.class);
        assertThat(reviewed(SOON, MISCONDUCT, new Fact.Cleared("k", FINDING, SOON))
                        .findings())
                .isEmpty();
    }

    @Test
    void tellsWhatAnAppealAgainstAFindingCameToEvenWhereItFell() {
        Fact settled = new Settled("s", FINDING, "ada", false, SOON);

        assertThat(reviewed(SOON, MISCONDUCT, settled).findings())
                .singleElement()
                .extracting(Reviewed.Found::feedback)
                .isEqualTo("By s.");
    }

    @Test
    void asksForNoTextButThoseOfReviewsAndOfAppeals() {
        List<Fact> facts =
                List.of(MISCONDUCT, review("a", 1, ReviewSeat.FIRST), new Settled("s", FINDING, "ada", true, SOON));

        assertThat(Reviewed.decisions(facts)).containsExactly("a", "s");
    }

    private static Reviewed reviewed(Instant now, Fact... facts) {
        Map<String, String> texts =
                Stream.of(facts).collect(Collectors.toMap(Fact::id, fact -> "By " + fact.id() + "."));
        return new Reviewed(VERSION, List.of(facts), texts, now);
    }

    /** Each a minute after the one whose letter comes before. */
    private static Fact review(String id, int number, ReviewSeat seat) {
        Instant when = MORNING.plusSeconds(60L * id.charAt(0));
        boolean settles = seat == ReviewSeat.APPEAL;
        return new Fact.Review(id, "c1", number, "by-" + id, settles, true, null, MORNING, when, seat);
    }
}
