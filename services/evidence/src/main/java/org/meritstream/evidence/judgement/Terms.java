package org.meritstream.evidence.judgement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Fact;
import org.meritstream.events.LatePenalty;
import org.meritstream.events.Resubmission;
import org.meritstream.events.ReviewStep.Settled;

/**
 * On what terms a learner may try a criterion: the policy, what is owed to the learner instead, and what misconduct forfeited.
 *
 * @param policy null where the achievement has none
 * @param owed accommodations for this criterion
 * @param forfeited findings of misconduct that stand
 */
record Terms(@Nullable Resubmission policy, List<Fact.Accommodation> owed, List<Fact.Misconduct> forfeited) {
    private static final Duration DAY = Duration.ofDays(1);

    static Terms of(@Nullable Resubmission policy, String criterion, History history) {
        Set<String> cleared = Stream.concat(
                        history.all(Fact.Cleared.class).map(Fact.Cleared::misconduct),
                        history.all(Settled.class)
                                .filter(settled -> !settled.stands())
                                .map(Settled::misconduct))
                .collect(Collectors.toSet());
        return new Terms(
                policy,
                history.all(Fact.Accommodation.class)
                        .filter(fact -> concerns(fact.criterion(), criterion))
                        .toList(),
                history.all(Fact.Misconduct.class)
                        .filter(fact -> concerns(fact.criterion(), criterion) && !cleared.contains(fact.id()))
                        .toList());
    }

    private static boolean concerns(@Nullable String named, String criterion) {
        return named == null || named.equals(criterion);
    }

    /** The policy's terms alone. */
    Terms asForEverybody() {
        return new Terms(policy, List.of(), forfeited);
    }

    /** The same, but that later attempts are judged as well. */
    Terms judgingAll() {
        return policy == null
                ? this
                : new Terms(
                        new Resubmission(
                                policy.maximum(),
                                policy.coolDown(),
                                policy.due(),
                                policy.latePenalty(),
                                Resubmission.CarryOver.NOTHING,
                                policy.appealWithin()),
                        owed,
                        forfeited);
    }

    /** How many attempts there are, or null where nobody counts. */
    @Nullable
    Integer maximum() {
        Integer maximum = policy == null ? null : policy.maximum();
        return maximum == null
                ? null
                : maximum
                        + owed.stream()
                                .mapToInt(Fact.Accommodation::extraAttempts)
                                .sum();
    }

    /** From when the next attempt is taken, or null where it is at once. */
    @Nullable
    Instant again(@Nullable Instant last) {
        Duration coolDown = policy == null ? null : policy.coolDown();
        boolean waived = owed.stream().anyMatch(Fact.Accommodation::coolDownWaived);
        return coolDown == null || last == null || waived ? null : last.plus(coolDown);
    }

    /** Until when it has to be handed in, or null where there is no such time. */
    @Nullable
    Instant due() {
        Instant due = policy == null ? null : policy.due();
        return due == null
                ? null
                : Stream.concat(
                                Stream.of(due),
                                owed.stream().map(Fact.Accommodation::due).filter(Objects::nonNull))
                        .max(Comparator.naturalOrder())
                        .orElse(due);
    }

    @Nullable
    LatePenalty latePenalty() {
        return policy == null ? null : policy.latePenalty();
    }

    /** The share of a mark that lateness costs: nothing where it is in time. */
    BigDecimal penalty(Instant finished) {
        Instant due = due();
        LatePenalty penalty = latePenalty();
        if (due == null || penalty == null || !finished.isAfter(due)) {
            return BigDecimal.ZERO;
        }
        Duration late = Duration.between(due, finished);
        long whole = late.dividedBy(DAY);
        long begun = DAY.multipliedBy(whole).equals(late) ? whole : whole + 1;
        return penalty.perDay().multiply(BigDecimal.valueOf(begun)).min(penalty.most());
    }

    /** Whether a met criterion is met, whatever is tried later. */
    boolean metIsMet() {
        return policy != null && policy.carriesOver() == Resubmission.CarryOver.MET;
    }

    /** What is to be said of the terms beside the findings: that they are this learner's own, and why so much counts for nothing. */
    List<Phrase> remarks() {
        List<Phrase> remarks = new ArrayList<>();
        owed.forEach(fact -> remarks.add(Phrase.of("remark.accommodation", "fact", fact.id())));
        forfeited.forEach(fact -> remarks.add(Phrase.of(
                fact.barring() ? "remark.misconduct-barring" : "remark.misconduct",
                "fact",
                fact.id(),
                "found",
                fact.foundAt().toString())));
        return List.copyOf(remarks);
    }

    /** Whether misconduct was found after it was handed in. */
    boolean isForfeited(Instant finished) {
        return forfeited.stream().anyMatch(found -> !finished.isAfter(found.foundAt()));
    }

    /** Whether misconduct was found that nothing makes good. */
    boolean isBarred() {
        return forfeited.stream().anyMatch(Fact.Misconduct::barring);
    }
}
