package org.meritstream.evidence.judgement;

import static org.meritstream.evidence.judgement.FactFixtures.REPORT;
import static org.meritstream.evidence.judgement.FactFixtures.day;
import static org.meritstream.evidence.judgement.Fixtures.completion;
import static org.meritstream.evidence.judgement.Fixtures.raw;
import static org.meritstream.evidence.judgement.Fixtures.share;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.LatePenalty;
import org.meritstream.events.Resubmission;
import org.meritstream.events.Resubmission.CarryOver;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.Rule.Weighted.Part;

/** Random rules of every kind, and random policies. */
final class RandomRules {
    private final Random random;
    private final CountingAttempt[] attempts;

    /** Rules in which some of these attempts count. */
    RandomRules(Random random, CountingAttempt... attempts) {
        this.random = random;
        this.attempts = attempts;
    }

    /** One to three rules. */
    Rule[] some() {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> rule(3))
                .toArray(Rule[]::new);
    }

    private Rule rule(int depth) {
        String activity = RandomCases.activity(random);
        return switch (random.nextInt(depth == 0 ? 9 : 12)) {
            case 0 -> share(activity, "0." + random.nextInt(10), attempt());
            case 1 -> raw(activity, String.valueOf(random.nextInt(100)));
            case 2 -> completion(activity);
            case 3 -> new Rule.Outcome("canvas", activity, random.nextBoolean() ? level() : null, attempt());
            case 4 -> new Rule.Artifact(REPORT, random.nextBoolean() ? List.of() : List.of("application/pdf"));
            case 5 -> review();
            case 6 -> new Rule.Credential("statistics", null);
            case 7 -> weighted();
            case 8 -> credits();
            case 9 -> new Rule.All(parts(depth));
            case 10 -> new Rule.Any(parts(depth));
            default -> {
                List<Rule> parts = parts(depth);
                yield new Rule.AtLeast(1 + random.nextInt(parts.size()), parts);
            }
        };
    }

    private Rule review() {
        @Nullable String level = random.nextBoolean() ? level() : null;
        return new Rule.Review(level, 1 + random.nextInt(2), random.nextInt(2), attempt());
    }

    private Rule weighted() {
        List<Part> parts = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> new Part(
                        "canvas",
                        RandomCases.activity(random),
                        BigDecimal.valueOf(1 + random.nextInt(30), 1),
                        attempt()))
                .toList();
        return new Rule.Weighted(BigDecimal.valueOf(random.nextInt(11), 1), parts);
    }

    private Rule credits() {
        List<Rule.Credits.Counted> parts = RandomCases.HELD.stream()
                .map(name -> new Rule.Credits.Counted(name, null, null))
                .toList();
        return new Rule.Credits(BigDecimal.valueOf(random.nextInt(100), 1), parts);
    }

    private List<Rule> parts(int depth) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> rule(depth - 1))
                .toList();
    }

    private String level() {
        return RandomCases.oneOf(FactFixtures.RUBRIC.levels(), random).id();
    }

    private CountingAttempt attempt() {
        return attempts[random.nextInt(attempts.length)];
    }

    /** A policy, or none. */
    static @Nullable Resubmission policy(Random random) {
        if (random.nextInt(4) == 0) {
            return null;
        }
        boolean due = random.nextBoolean();
        return new Resubmission(
                random.nextBoolean() ? null : 1 + random.nextInt(4),
                random.nextBoolean() ? null : Duration.ofHours(1 + random.nextInt(60)),
                due ? day(random.nextInt(6)) : null,
                due && random.nextBoolean()
                        ? new LatePenalty(BigDecimal.valueOf(random.nextInt(4), 1), BigDecimal.valueOf(5, 1))
                        : null,
                RandomCases.oneOf(List.of(CarryOver.values()), random));
    }
}
