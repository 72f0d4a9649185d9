package org.meritstream.openbadges;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rule;
import org.meritstream.events.Score;

/**
 * How a criterion's mark is told: as a level where its rule asks for one of its rubric's, as a percentage where its rule is one, else as
 * the marks given.
 *
 * @param threshold what the rule asks for, or null where several rules are combined and no single number says it
 * @param level id of the level that the rule asks for, or null where it asks for none
 */
public record ResultScale(
        Kind kind, @Nullable BigDecimal threshold, @Nullable String level) {
    private static final ResultScale UNKNOWN = new ResultScale(Kind.NONE, null, null);
    private static final ResultScale MARKS = new ResultScale(Kind.RAW, null, null);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 2;

    /** What the numbers are. */
    public enum Kind {
        PERCENT,
        RAW,
        LEVEL,
        /** The criterion knows no mark. */
        NONE
    }

    /** The scale of a criterion, by its rule. */
    public static ResultScale of(Criterion criterion) {
        Optional<String> level = level(criterion.rule());
        return criterion.rubric() != null && level.isPresent()
                ? new ResultScale(Kind.LEVEL, null, level.get())
                : of(criterion.rule());
    }

    private static ResultScale of(Rule rule) {
        return switch (rule) {
            case Rule.ScoreAtLeast score ->
                new ResultScale(
                        score.measure() == Rule.Measure.SHARE ? Kind.PERCENT : Kind.RAW, score.threshold(), null);
            case Rule.Weighted weighted -> new ResultScale(Kind.PERCENT, weighted.threshold(), null);
            case Rule.Completed ignored -> UNKNOWN;
            case Rule.Outcome ignored -> UNKNOWN;
            case Rule.Artifact ignored -> UNKNOWN;
            case Rule.Review ignored -> UNKNOWN;
            case Rule.Credential ignored -> UNKNOWN;
            case Rule.Credits ignored -> UNKNOWN;
            case Rule.All ignored -> MARKS;
            case Rule.Any ignored -> MARKS;
            case Rule.AtLeast ignored -> MARKS;
        };
    }

    /** The level that a rule asks for; of several rules, that of the first which asks for one. */
    private static Optional<String> level(Rule rule) {
        return switch (rule) {
            case Rule.Outcome outcome -> Optional.ofNullable(outcome.level());
            case Rule.Review review -> Optional.ofNullable(review.level());
            case Rule.All all -> level(all.of());
            case Rule.Any any -> level(any.of());
            case Rule.AtLeast atLeast -> level(atLeast.of());
            case Rule.ScoreAtLeast ignored -> Optional.empty();
            case Rule.Weighted ignored -> Optional.empty();
            case Rule.Completed ignored -> Optional.empty();
            case Rule.Artifact ignored -> Optional.empty();
            case Rule.Credential ignored -> Optional.empty();
            case Rule.Credits ignored -> Optional.empty();
        };
    }

    private static Optional<String> level(List<Rule> rules) {
        return rules.stream().map(ResultScale::level).flatMap(Optional::stream).findFirst();
    }

    /** The least that meets the criterion, in this scale. */
    public Optional<String> required() {
        return Optional.ofNullable(threshold)
                .map(least -> plain(kind == Kind.PERCENT ? least.multiply(HUNDRED) : least));
    }

    /** A mark in this scale; empty where it can not be told, as a share of an unknown or zero maximum. */
    public Optional<String> value(Score score) {
        return switch (kind) {
            case RAW, LEVEL -> Optional.of(plain(score.raw()));
            case NONE -> Optional.empty();
            case PERCENT ->
                score.max() == null || score.max().signum() <= 0
                        ? Optional.empty()
                        : Optional.of(
                                plain(score.raw().multiply(HUNDRED).divide(score.max(), DIGITS, RoundingMode.HALF_UP)));
        };
    }

    /** The term of Open Badges 3.0 for it. */
    public String resultType() {
        return switch (kind) {
            case PERCENT -> "Percent";
            case LEVEL -> "RubricCriterionLevel";
            case RAW, NONE -> "RawScore";
        };
    }

    /** A number as people write it. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
