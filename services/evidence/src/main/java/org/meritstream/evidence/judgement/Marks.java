package org.meritstream.evidence.judgement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
    private static final int DIGITS = 40;
    private static final int FINE = 12;
    private static final int COARSE = 4;

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

    /** The mark less a share of it; a mark below nothing is not made better. */
    static Score less(Score score, BigDecimal share) {
        if (share.signum() == 0 || gained(score).signum() <= 0) {
            return score;
        }
        BigDecimal kept = gained(score).multiply(BigDecimal.ONE.subtract(share));
        BigDecimal raw = bounded(min(score).add(kept));
        return raw == null ? score : new Score(raw, score.min(), score.max());
    }

    /** How much of the scale a comparable mark reaches; nothing below its lowest mark. */
    static Ratio share(Score score) {
        return new Ratio(gained(score).max(BigDecimal.ZERO), range(score));
    }

    /** A share as a mark of 1, rounded down; null where it has more digits than a mark may have. */
    static @Nullable Score ofOne(Ratio share) {
        BigDecimal raw = bounded(share.rounded(FINE));
        return raw == null ? null : new Score(raw, null, BigDecimal.ONE);
    }

    /** A share in per cent, rounded down to what people write. */
    static String percent(Ratio share) {
        return plain(share.rounded(COARSE).movePointRight(2));
    }

    static String percent(BigDecimal share) {
        return plain(share.movePointRight(2));
    }

    /** As a person writes it. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A mark with its maximum, as a person writes it: {@code 42.5/100}. */
    static String plain(Score score) {
        String raw = plain(score.raw());
        return score.max() == null ? raw : raw + "/" + plain(score.max());
    }

    /** In the digits that the contract allows, rounded down; null where it is too large even so. */
    private static @Nullable BigDecimal bounded(BigDecimal number) {
        BigDecimal fine = number.scale() > DIGITS ? number.setScale(DIGITS, RoundingMode.DOWN) : number;
        BigDecimal rounded = fine.round(new MathContext(DIGITS, RoundingMode.DOWN));
        return Math.abs((long) rounded.scale()) > DIGITS ? null : rounded;
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
