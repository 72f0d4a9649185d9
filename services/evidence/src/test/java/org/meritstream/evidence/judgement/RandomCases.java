package org.meritstream.evidence.judgement;

import static org.meritstream.evidence.judgement.FactFixtures.REPORT;
import static org.meritstream.evidence.judgement.FactFixtures.day;
import static org.meritstream.evidence.judgement.Fixtures.COURSE;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.QUIZ;
import static org.meritstream.evidence.judgement.Fixtures.withdrawal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.Attempt;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Fact;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.Score;
import org.meritstream.events.WithdrawalReason;

/** Random achievements and histories; a seed names each. */
final class RandomCases {
    private static final List<String> ACTIVITIES = List.of(ESSAY, QUIZ, COURSE);
    /** Marks that a sender may send, absurd ones among them: the judgement is total. */
    private static final List<String> ABSURD =
            List.of("0", "-5", "9".repeat(40), "0." + "0".repeat(38) + "1", "1E+40", "-1E-40");

    static final List<String> HELD = List.of("statistics", "ethics");

    private RandomCases() {}

    static AchievementPublished achievement(Random random) {
        Rule[] rules = new RandomRules(random, CountingAttempt.values()).some();
        return FactFixtures.achievement(RandomRules.policy(random), awardRule(random, rules.length), rules);
    }

    /** In it no attempt can lower what another one reached. */
    static AchievementPublished bestCounts(Random random, boolean withPolicy) {
        Rule[] rules = new RandomRules(random, CountingAttempt.BEST).some();
        return FactFixtures.achievement(
                withPolicy ? RandomRules.policy(random) : null, awardRule(random, rules.length), rules);
    }

    /** Anything that is ever said, in any order. */
    static List<Fact> history(Random random) {
        return IntStream.range(0, random.nextInt(16))
                .mapToObj(i -> anything(random, "f" + i))
                .toList();
    }

    /** The same before anybody reviewed anything. */
    static List<Fact> unreviewed(Random random) {
        return history(random).stream()
                .filter(fact -> !(fact instanceof Fact.Review) && !(fact instanceof ReviewStep.Settled))
                .toList();
    }

    /** Evidence of something shown that nobody took back, each of a try of its own and each later than the one before. */
    static List<Fact> tries(Random random, int size) {
        List<BiFunction<String, Integer, Fact>> forms = List.of(
                (id, number) -> said(random, id, attempt(number), day(number)),
                (id, number) -> artifact(random, id, number, day(number)),
                (id, number) -> review(random, id, number, day(number)),
                (id, number) -> new Fact.Held(id, held(random), null, id, day(number), null, ects(random)));
        return IntStream.rangeClosed(1, size)
                .mapToObj(number -> oneOf(forms, random).apply("f" + number, number))
                .toList();
    }

    static Fact accommodation(Random random, String id) {
        return new Fact.Accommodation(
                id,
                criterion(random),
                random.nextInt(3),
                random.nextBoolean(),
                random.nextBoolean() ? null : day(random.nextInt(10)),
                time(random));
    }

    static String activity(Random random) {
        return oneOf(ACTIVITIES, random);
    }

    static <T> T oneOf(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static AwardRule awardRule(Random random, int criteria) {
        return switch (random.nextInt(3)) {
            case 0 -> AwardRule.ALL;
            case 1 -> new AwardRule(AwardRule.Kind.ANY, 0);
            default -> new AwardRule(AwardRule.Kind.AT_LEAST, 1 + random.nextInt(criteria));
        };
    }

    private static Fact anything(Random random, String id) {
        return switch (random.nextInt(13)) {
            case 0, 1 -> withdrawn(random, id);
            case 2 -> artifact(random, id, 1 + random.nextInt(4), time(random));
            case 3, 4 -> review(random, id, 1 + random.nextInt(3), time(random));
            case 5 ->
                new Fact.Held(
                        id, held(random), null, "c" + random.nextInt(3), time(random), until(random), ects(random));
            case 6 ->
                random.nextBoolean()
                        ? new Fact.Lost(id, "c" + random.nextInt(3), time(random), reason(random))
                        : accommodation(random, id);
            case 7 ->
                random.nextBoolean()
                        ? new Fact.Misconduct(id, criterion(random), random.nextBoolean(), time(random))
                        : new Fact.Cleared(id, "f" + random.nextInt(16), time(random));
            case 8 -> step(random, id);
            default -> unfinished(random, id);
        };
    }

    private static Fact step(Random random, String id) {
        String criterion = "c" + (1 + random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> new ReviewStep.Requested(id, criterion, 1 + random.nextInt(3), time(random));
            case 1 -> new ReviewStep.Appealed(id, criterion, 1 + random.nextInt(3), null, time(random));
            case 2 -> new ReviewStep.Appealed(id, null, null, "f" + random.nextInt(16), time(random));
            default ->
                new ReviewStep.Settled(id, "f" + random.nextInt(16), "reviewer-1", random.nextBoolean(), time(random));
        };
    }

    /** A final result that can be judged. */
    private static Fact.Completed said(Random random, String id, Attempt attempt, Instant at) {
        AssessmentKind kind =
                oneOf(List.of(AssessmentKind.RESULT, AssessmentKind.COMPLETION, AssessmentKind.MASTERY), random);
        Score score = new Score(new BigDecimal(random.nextInt(120)), null, new BigDecimal(100));
        return new Fact.Completed(
                id, "canvas", activity(random), kind, attempt, score, true, ResultStatus.FINAL, at, null, at, null);
    }

    /** Whatever a sender may send. */
    private static Fact unfinished(Random random, String id) {
        Fact.Completed said = said(random, id, attempt(random), time(random));
        return new Fact.Completed(
                id,
                said.source(),
                said.activity(),
                oneOf(List.of(AssessmentKind.values()), random),
                said.attempt(),
                score(random),
                random.nextInt(3) == 0 ? null : random.nextBoolean(),
                random.nextInt(4) == 0 ? oneOf(List.of(ResultStatus.values()), random) : ResultStatus.FINAL,
                said.completedAt(),
                random.nextBoolean() ? null : time(random),
                said.occurredAt(),
                random.nextBoolean() ? null : time(random));
    }

    private static @Nullable Score score(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> new Score(number(random), random.nextBoolean() ? null : number(random), null);
            case 2 -> new Score(number(random), random.nextBoolean() ? null : number(random), number(random));
            default -> new Score(new BigDecimal(random.nextInt(120)), null, new BigDecimal(100));
        };
    }

    private static BigDecimal number(Random random) {
        return new BigDecimal(random.nextBoolean() ? oneOf(ABSURD, random) : String.valueOf(random.nextInt(100)));
    }

    private static Fact withdrawn(Random random, String id) {
        WithdrawalReason reason = oneOf(List.of(WithdrawalReason.values()), random);
        return withdrawal(id, activity(random), reason, time(random), attempt(random));
    }

    private static Fact artifact(Random random, String id, int number, Instant at) {
        String content = String.valueOf(random.nextInt(3));
        String type = content.equals("0") ? "text/plain" : "application/pdf";
        return new Fact.Artifact(id, REPORT, number, "sha-256:" + content.repeat(64), type, at);
    }

    private static Fact review(Random random, String id, int number, Instant at) {
        List<String> levels = List.of("weak", "good", "excellent", "unheard-of");
        return new Fact.Review(
                id,
                "c" + (1 + random.nextInt(3)),
                number,
                "reviewer-" + random.nextInt(3),
                random.nextInt(5) == 0,
                random.nextInt(4) == 0 ? null : random.nextBoolean(),
                random.nextInt(4) == 0 ? null : oneOf(levels, random),
                at,
                at.plus(Duration.ofHours(random.nextInt(30))),
                random.nextBoolean() ? null : oneOf(List.of(ReviewSeat.values()), random));
    }

    private static @Nullable String criterion(Random random) {
        return random.nextInt(4) == 0 ? null : "c" + (1 + random.nextInt(3));
    }

    private static String held(Random random) {
        return oneOf(HELD, random);
    }

    private static @Nullable BigDecimal ects(Random random) {
        return random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(60), 1);
    }

    private static @Nullable RevocationReason reason(Random random) {
        return random.nextBoolean() ? null : oneOf(List.of(RevocationReason.values()), random);
    }

    private static @Nullable Instant until(Random random) {
        return random.nextBoolean() ? null : day(random.nextInt(8));
    }

    private static Attempt attempt(int number) {
        return new Attempt(number, null, null);
    }

    private static Attempt attempt(Random random) {
        return new Attempt(
                random.nextBoolean() ? null : 1 + random.nextInt(3),
                random.nextBoolean() ? null : "native-" + random.nextInt(2),
                random.nextBoolean() ? null : time(random));
    }

    /** Few different times, so that ties are common. */
    private static Instant time(Random random) {
        return MORNING.plus(Duration.ofHours(18L * random.nextInt(8)));
    }

    /** Some of them said twice. */
    static List<Fact> repeated(List<Fact> facts, Random random) {
        List<Fact> again = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextInt(3) == 0).forEach(again::add);
        return again;
    }
}
