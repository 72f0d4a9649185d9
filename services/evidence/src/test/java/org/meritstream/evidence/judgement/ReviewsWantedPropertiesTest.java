package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.FactFixtures.day;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.judgement.ReviewsWanted.Wanted;

/** What holds of the wanted reviews for every achievement and every history. */
class ReviewsWantedPropertiesTest {
    private static final int HISTORIES = 200;

    static LongStream seeds() {
        return LongStream.range(900, 925);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neitherOrderNorRepetitionChangesWhatIsWanted(long seed) {
        Random random = new Random(seed);
        int wanted = 0;
        for (int i = 0; i < HISTORIES; i++) {
            AchievementPublished achievement = achievement(random);
            List<Fact> facts = RandomCases.history(random);
            List<Wanted> once = wanted(achievement, facts);
            wanted += once.size();

            List<Fact> again = RandomCases.repeated(facts, random);
            Collections.shuffle(again, random);

            assertThat(wanted(achievement, again)).isEqualTo(once);
        }
        assertThat(wanted).as("something is wanted at all").isPositive();
    }

    /** Whoever decides what is wanted comes to an end: no look is wanted twice, and no criterion waits for a person afterwards. */
    @ParameterizedTest
    @MethodSource("seeds")
    void decidingWhatIsWantedComesToAnEnd(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES / 4; i++) {
            AchievementPublished achievement = achievement(random);
            List<Fact> facts = new ArrayList<>(RandomCases.unreviewed(random));
            HashSet<String> looked = new HashSet<>();
            for (List<Wanted> open = wanted(achievement, facts); !open.isEmpty(); open = wanted(achievement, facts)) {
                Wanted one = RandomCases.oneOf(open, random);
                assertThat(looked.add(one.criterion() + one.number() + one.seat() + one.misconduct()))
                        .as("%s is wanted once", one)
                        .isTrue();
                facts.add(decision(one, "d" + looked.size(), random));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameWorkAgainIsNeverWantedReviewed(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            AchievementPublished achievement = achievement(random);
            List<Fact> facts = new ArrayList<>(RandomCases.history(random));
            List<Wanted> once = wanted(achievement, facts);
            facts.stream()
                    .filter(Fact.Artifact.class::isInstance)
                    .map(Fact.Artifact.class::cast)
                    .findFirst()
                    .ifPresent(first -> facts.add(again(first)));

            assertThat(wanted(achievement, facts)).isEqualTo(once);
        }
    }

    /** Every other one has work that persons look at. */
    private static AchievementPublished achievement(Random random) {
        if (random.nextBoolean()) {
            return RandomCases.achievement(random);
        }
        CountingAttempt attempt = RandomCases.oneOf(List.of(CountingAttempt.values()), random);
        Rule.Review review = new Rule.Review(
                random.nextBoolean() ? "good" : null, 1 + random.nextInt(2), random.nextInt(2), attempt);
        Rule handedIn = new Rule.Artifact(FactFixtures.REPORT, List.of());
        return FactFixtures.achievement(
                RandomRules.policy(random), AwardRule.ALL, new Rule.All(List.of(handedIn, review)), review);
    }

    private static Fact again(Fact.Artifact first) {
        return new Fact.Artifact("again", first.artifact(), 99, first.digest(), first.mediaType(), day(90));
    }

    private static Fact decision(Wanted wanted, String id, Random random) {
        String level = RandomCases.oneOf(FactFixtures.RUBRIC.levels(), random).id();
        if (wanted.misconduct() != null) {
            return new ReviewStep.Settled(id, wanted.misconduct(), "reviewer-" + id, random.nextBoolean(), day(50));
        }
        boolean settles = wanted.seat() == ReviewSeat.MODERATION || wanted.seat() == ReviewSeat.APPEAL;
        return new Fact.Review(
                id,
                String.valueOf(wanted.criterion()),
                wanted.number(),
                "reviewer-" + id,
                settles,
                random.nextBoolean(),
                level,
                wanted.submittedAt(),
                day(50),
                wanted.seat());
    }

    private static List<Wanted> wanted(AchievementPublished achievement, List<Fact> facts) {
        return ReviewsWanted.of(achievement, facts, day(100));
    }
}
