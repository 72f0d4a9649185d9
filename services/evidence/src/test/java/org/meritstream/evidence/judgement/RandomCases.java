package org.meritstream.evidence.judgement;

import static org.meritstream.evidence.judgement.Fixtures.COURSE;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.QUIZ;
import static org.meritstream.evidence.judgement.Fixtures.completed;
import static org.meritstream.evidence.judgement.Fixtures.completion;
import static org.meritstream.evidence.judgement.Fixtures.raw;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.withdrawal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Attempt;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.WithdrawalReason;

/** Random achievements and histories; a seed names each. */
final class RandomCases {
    private static final List<String> ACTIVITIES = List.of(ESSAY, QUIZ, COURSE);

    private RandomCases() {}

    static AchievementPublished achievement(Random random) {
        Rule[] rules = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> rule(random, 3, CountingAttempt.values()))
                .toArray(Rule[]::new);
        return Fixtures.achievement(awardRule(random, rules.length), rules);
    }

    static AchievementPublished bestCounts(Random random) {
        return Fixtures.achievement(
                AwardRule.ALL, rule(random, 3, CountingAttempt.BEST), rule(random, 1, CountingAttempt.BEST));
    }

    /** Anything that senders say, withdrawals and unfinished results among it. */
    static List<Fact> history(Random random) {
        List<Fact> facts = new ArrayList<>();
        int size = random.nextInt(12);
        for (int i = 0; i < size; i++) {
            facts.add(random.nextInt(4) == 0 ? withdrawn(random, "f" + i) : said(random, "f" + i));
        }
        return facts;
    }

    /** Final results of attempts that nobody took back. */
    static List<Fact> attempts(Random random, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> (Fact) result(activity(random), score(String.valueOf(random.nextInt(120)), "100"))
                        .attempt(i + 1)
                        .at(time(random))
                        .as("f" + i))
                .toList();
    }

    static List<Phrase> phrases(Finding finding) {
        Stream<Phrase> own = Stream.concat(Stream.of(finding.reason()), finding.next().stream());
        Stream<Phrase> inner = finding.parts().stream().flatMap(part -> phrases(part).stream());
        return Stream.concat(own, inner).toList();
    }

    private static AwardRule awardRule(Random random, int criteria) {
        return switch (random.nextInt(3)) {
            case 0 -> AwardRule.ALL;
            case 1 -> new AwardRule(AwardRule.Kind.ANY, 0);
            default -> new AwardRule(AwardRule.Kind.AT_LEAST, 1 + random.nextInt(criteria));
        };
    }

    private static Rule rule(Random random, int depth, CountingAttempt... attempts) {
        int kinds = depth == 0 ? 3 : 6;
        String activity = activity(random);
        return switch (random.nextInt(kinds)) {
            case 0 -> share(activity, "0." + random.nextInt(10), attempts[random.nextInt(attempts.length)]);
            case 1 -> raw(activity, String.valueOf(random.nextInt(100)));
            case 2 -> completion(activity);
            case 3 -> new Rule.All(parts(random, depth, attempts));
            case 4 -> new Rule.Any(parts(random, depth, attempts));
            default -> {
                List<Rule> parts = parts(random, depth, attempts);
                yield new Rule.AtLeast(1 + random.nextInt(parts.size()), parts);
            }
        };
    }

    private static List<Rule> parts(Random random, int depth, CountingAttempt... attempts) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> rule(random, depth - 1, attempts))
                .toList();
    }

    private static Fact said(Random random, String id) {
        @Nullable String max = List.of("100", "100", "100", "0", "none").get(random.nextInt(5));
        boolean completion = random.nextInt(4) == 0;
        Fixtures.Said said = completion
                ? completed(activity(random))
                : result(
                        activity(random),
                        random.nextInt(8) == 0
                                ? null
                                : score(String.valueOf(random.nextInt(120)), "none".equals(max) ? null : max));
        return said.attempt(attempt(random))
                .status(
                        random.nextInt(4) == 0
                                ? List.of(ResultStatus.values()).get(random.nextInt(4))
                                : ResultStatus.FINAL)
                .passed(random.nextInt(5) == 0 ? random.nextBoolean() : null)
                .at(time(random))
                .as(id);
    }

    private static Fact withdrawn(Random random, String id) {
        WithdrawalReason reason = List.of(WithdrawalReason.values()).get(random.nextInt(4));
        return withdrawal(id, activity(random), reason, time(random), attempt(random));
    }

    private static Attempt attempt(Random random) {
        return new Attempt(
                random.nextBoolean() ? null : 1 + random.nextInt(3),
                random.nextBoolean() ? null : "native-" + random.nextInt(2),
                random.nextBoolean() ? null : time(random));
    }

    /** Few different times, so that ties are common. */
    private static Instant time(Random random) {
        return MORNING.plusSeconds(60L * random.nextInt(5));
    }

    private static String activity(Random random) {
        return ACTIVITIES.get(random.nextInt(ACTIVITIES.size()));
    }
}
