package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.FactFixtures.day;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.evidence.dossiers.Reasons;

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
            Evaluation once = evaluate(achievement, facts);

            List<Fact> again = RandomCases.repeated(facts, random);
            Collections.shuffle(again, random);

            assertThat(evaluate(achievement, again)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreEvidenceNeverLowersAStandingWhereTheBestCountsHoweverLateItArrives(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            AchievementPublished achievement = RandomCases.bestCounts(random, false);
            List<Fact> facts = new ArrayList<>(RandomCases.tries(random, 8));
            Collections.shuffle(facts, random);

            assertNothingIsLost(achievement, facts);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tryingAgainNeverLowersAStandingWhateverThePolicyWhereTheBestCounts(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            assertNothingIsLost(RandomCases.bestCounts(random, true), RandomCases.tries(random, 8));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anAccommodationNeverLowersAStanding(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            AchievementPublished achievement = RandomCases.achievement(random);
            List<Fact> facts = RandomCases.history(random).stream()
                    .filter(fact -> !(fact instanceof Fact.Accommodation))
                    .toList();
            List<Fact> owed = new ArrayList<>(facts);
            owed.add(RandomCases.accommodation(random, "owed"));

            assertNothingIsLost(List.of(evaluate(achievement, facts), evaluate(achievement, owed)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyHistoryHasAnOutcomeWhoseEverySentenceHasWordsInEveryLanguage(long seed) {
        Random random = new Random(seed);
        List<Words> languages = Words.LANGUAGES.stream()
                .map(Locale::toLanguageTag)
                .map(Words::in)
                .toList();
        for (int i = 0; i < HISTORIES / 10; i++) {
            Evaluation evaluation = evaluate(RandomCases.achievement(random), RandomCases.history(random));

            for (Words words : languages) {
                assertThat(Explained.read(evaluation.explanation()))
                        .allSatisfy(phrase -> assertThat(words.say(phrase)).isNotEqualTo(phrase.key()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyExplanationIsReadAsItWasStored(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES / 2; i++) {
            Explanation explanation = evaluate(RandomCases.achievement(random), RandomCases.history(random))
                    .explanation();

            Reasons stored = Reasons.stored(Reasons.of(explanation).json());

            assertThat(stored.standings()).isEqualTo(explanation.standings());
            assertThat(stored.explanation()).isEqualTo(explanation);
        }
    }

    private static Evaluation evaluate(AchievementPublished achievement, List<Fact> facts) {
        return EvaluateDecision.evaluate(achievement, facts, day(5));
    }

    /** However many of the facts are known, those before them had not met more. */
    private static void assertNothingIsLost(AchievementPublished achievement, List<Fact> facts) {
        assertNothingIsLost(IntStream.rangeClosed(0, facts.size())
                .mapToObj(known -> evaluate(achievement, facts.subList(0, known)))
                .toList());
    }

    private static void assertNothingIsLost(List<Evaluation> evaluations) {
        for (int i = 1; i < evaluations.size(); i++) {
            assertThat(met(evaluations.get(i))).containsAll(met(evaluations.get(i - 1)));
        }
    }

    private static List<String> met(Evaluation evaluation) {
        return evaluation.explanation().standings().stream()
                .filter(criterion -> criterion.standing() == Standing.MET)
                .map(criterion -> criterion.criterion())
                .toList();
    }
}
