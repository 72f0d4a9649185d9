package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.FactFixtures.REPORT;
import static org.meritstream.evidence.judgement.FactFixtures.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Fact;
import org.meritstream.events.Rule;
import org.meritstream.evidence.judgement.AdmitDecision.Entry;
import org.meritstream.evidence.judgement.AdmitDecision.Work;

/** Random achievements and histories of handing in, two hundred of them a seed: what is taken at the edge is an attempt for the judgement. */
class AdmitPropertiesTest {
    private static final int HISTORIES = 200;
    private static final int TRIES = 12;

    static LongStream seeds() {
        return LongStream.range(4200, 4215);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takesWhatTheJudgementCountsAndNumbersItOnce(long seed) {
        Random random = new Random(seed);
        Map<Class<?>, Integer> seen = new HashMap<>();
        for (int i = 0; i < HISTORIES; i++) {
            handIn(random, seen);
        }
        assertThat(seen.keySet())
                .contains(Entry.Taken.class, Entry.Identical.class, Entry.WrongKind.class, Entry.NotAdmitted.class);
    }

    private static void handIn(Random random, Map<Class<?>, Integer> seen) {
        AchievementPublished achievement = FactFixtures.achievement(
                RandomRules.policy(random), AwardRule.ALL, new Rule.Artifact(REPORT, kinds(random)));
        List<Fact> facts = new ArrayList<>();
        Instant now = day(0);
        int number = 0;
        for (int i = 0; i < TRIES; i++) {
            now = now.plus(Duration.ofHours(random.nextInt(40)));
            if (random.nextInt(4) == 0) {
                facts.add(RandomCases.accommodation(random, "a" + i));
            }
            Work work = work(random);
            Entry entry = AdmitDecision.decide(achievement, shuffled(facts, random), work, now);
            assertThat(AdmitDecision.decide(achievement, facts, work, now))
                    .as("in any order")
                    .isEqualTo(entry);
            seen.merge(entry.getClass(), 1, Integer::sum);
            if (entry instanceof Entry.Taken taken) {
                assertThat(taken.number()).isGreaterThan(number);
                number = taken.number();
                Fact.Artifact fact =
                        new Fact.Artifact("f" + i, work.artifact(), number, work.digest(), work.mediaType(), now);
                facts.add(fact);
                assertThat(isAttempt(achievement, facts, fact)).isTrue();
            } else {
                assertThat(AdmitDecision.decide(achievement, facts, work, now))
                        .as("a refusal uses up nothing")
                        .isEqualTo(entry);
            }
        }
    }

    /** On the learner's own terms or on everybody's. */
    private static boolean isAttempt(AchievementPublished achievement, List<Fact> facts, Fact.Artifact fact) {
        History history = History.of(facts);
        Rule.Artifact rule =
                (Rule.Artifact) achievement.definition().criteria().getFirst().rule();
        Terms own = Terms.of(achievement.definition().resubmission(), "c1", history);
        return List.of(own, own.asForEverybody()).stream()
                .anyMatch(terms -> Admissions.of(JudgeArtifact.tries(rule, history), terms).admitted().stream()
                        .anyMatch(admitted -> admitted.tried().work().equals(fact)));
    }

    private static List<Fact> shuffled(List<Fact> facts, Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<String> kinds(Random random) {
        return random.nextBoolean() ? List.of() : List.of("application/pdf");
    }

    private static Work work(Random random) {
        String content = Integer.toHexString(random.nextInt(12)).substring(0, 1);
        return new Work(
                REPORT, "sha-256:" + content.repeat(64), random.nextInt(4) == 0 ? "text/plain" : "application/pdf");
    }
}
