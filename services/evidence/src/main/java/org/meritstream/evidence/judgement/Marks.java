package org.meritstream.evidence.judgement;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Rule.Measure;
import org.meritstream.events.Rule.ScoreAtLeast;
import org.meritstream.events.Score;

/**
 * Arithmetic of marks, without division: a maximum may be absent, zero, or below the mark (extra credit), and a quotient would have to be
 * rounded. The contract bounds the digits of a mark, so that sums and products stay small.
 */
final class Marks {
    private Marks() {}

    /** Why a mark can not be compared with the threshold: a key's last part, or null when it can. */
    static @Nullable String incomparable(ScoreAtLeast rule, Score score) {
        if (rule.measure() == Measure.RAW) {
            return null;
        }
        if (score.max() == null) {
            return "no-maximum";
        }
        return range(score).signum() > 0 ? null : "empty-scale";
    }

    /** Whether a comparable mark reaches the threshold: {@code raw >= min + t * (max - min)}. */
    static boolean reaches(ScoreAtLeast rule, Score score) {
        return switch (rule.measure()) {
            case RAW -> score.raw().compareTo(rule.threshold()) >= 0;
            case SHARE -> score.raw().compareTo(min(score).add(rule.threshold().multiply(range(score)))) >= 0;
        };
    }

    /** Orders comparable marks from worst to best; shares of different scales by cross-multiplication. */
    static Comparator<Score> worstFirst(Measure measure) {
        return switch (measure) {
            case RAW -> Comparator.comparing(Score::raw);
            case SHARE ->
                (one, other) -> gained(one)
                        .multiply(range(other))
                        .compareTo(gained(other).multiply(range(one)));
        };
    }

    /** As a person writes it. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal gained(Score score) {
        return score.raw().subtract(min(score));
    }

    private static BigDecimal range(Score score) {
        BigDecimal max = score.max();
        return max == null ? BigDecimal.ZERO : max.subtract(min(score));
    }

    private static BigDecimal min(Score score) {
        BigDecimal min = score.min();
        return min == null ? BigDecimal.ZERO : min;
    }
}
