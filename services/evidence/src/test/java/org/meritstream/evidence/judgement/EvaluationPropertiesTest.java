package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.CriterionStanding.Standing;

/** What holds for every achievement and every history: thousands of random ones a run, each named by its seed. */
class EvaluationPropertiesTest {
    private static final int HISTORIES = 200;

    static LongStream seeds() {
        return LongStream.range(1, 26);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neitherOrderNorRepetitionChangesAnything(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            AchievementPublished achievement = RandomCases.achievement(random);
            List<Fact> facts = RandomCases.history(random);
            Evaluation once = EvaluateDecision.evaluate(achievement, facts, MORNING);

            List<Fact> again = new ArrayList<>(facts);
            facts.stream().filter(fact -> random.nextInt(3) == 0).forEach(again::add);
            Collections.shuffle(again, random);

            assertThat(EvaluateDecision.evaluate(achievement, again, MORNING)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anotherFinalAttemptNeverLowersAStandingWhereTheBestCounts(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            AchievementPublished achievement = RandomCases.bestCounts(random);
            List<Fact> facts = RandomCases.attempts(random, 8);

            List<Integer> ranks = IntStream.rangeClosed(0, facts.size())
                    .mapToObj(n -> EvaluateDecision.evaluate(achievement, facts.subList(0, n), MORNING))
                    .map(EvaluationPropertiesTest::rank)
                    .toList();

            assertThat(ranks).isSorted();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyHistoryHasAnOutcomeWhoseEverySentenceHasWords(long seed) {
        Random random = new Random(seed);
        Words english = Words.in("en");
        for (int i = 0; i < HISTORIES; i++) {
            Evaluation evaluation =
                    EvaluateDecision.evaluate(RandomCases.achievement(random), RandomCases.history(random), MORNING);

            assertThat(evaluation.explanation().criteria())
                    .flatExtracting(criterion -> RandomCases.phrases(criterion.finding()))
                    .allSatisfy(phrase -> assertThat(english.say(phrase)).isNotEqualTo(phrase.key()));
        }
    }

    private static int rank(Evaluation evaluation) {
        return evaluation.explanation().standings().stream()
                .mapToInt(criterion -> criterion.standing() == Standing.MET ? 1 : 0)
                .sum();
    }
}
