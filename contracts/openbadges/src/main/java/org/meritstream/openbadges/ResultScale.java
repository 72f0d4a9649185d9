package org.meritstream.openbadges;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rule;
import org.meritstream.events.Score;

/**
 * How a criterion's mark is told: as a percentage where its rule is one, else as the marks given.
 *
 * @param threshold what the rule asks for, or null where several rules are combined and no single number says it
 */
public record ResultScale(Kind kind, @Nullable BigDecimal threshold) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 2;

    /** What the numbers are. */
    public enum Kind {
        PERCENT,
        RAW,
        /** The criterion knows no mark. */
        NONE
    }

    /** The scale of a criterion, by its rule. */
    public static ResultScale of(Criterion criterion) {
        return switch (criterion.rule()) {
            case Rule.ScoreAtLeast score ->
                new ResultScale(score.measure() == Rule.Measure.SHARE ? Kind.PERCENT : Kind.RAW, score.threshold());
            case Rule.Completed ignored -> new ResultScale(Kind.NONE, null);
            case Rule.All ignored -> new ResultScale(Kind.RAW, null);
            case Rule.Any ignored -> new ResultScale(Kind.RAW, null);
            case Rule.AtLeast ignored -> new ResultScale(Kind.RAW, null);
        };
    }

    /** The least that meets the criterion, in this scale. */
    public Optional<String> required() {
        return Optional.ofNullable(threshold)
                .map(least -> plain(kind == Kind.PERCENT ? least.multiply(HUNDRED) : least));
    }

    /** A mark in this scale; empty where it can not be told, as a share of an unknown or zero maximum. */
    public Optional<String> value(Score score) {
        return switch (kind) {
            case RAW -> Optional.of(plain(score.raw()));
            case NONE -> Optional.empty();
            case PERCENT ->
                score.max() == null || score.max().signum() <= 0
                        ? Optional.empty()
                        : Optional.of(
                                plain(score.raw().multiply(HUNDRED).divide(score.max(), DIGITS, RoundingMode.HALF_UP)));
        };
    }

    /** A number as people write it. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
