package org.meritstream.evidence.judgement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact fraction: sums of shares of different scales are compared without rounding.
 *
 * @param under positive
 */
record Ratio(BigDecimal over, BigDecimal under) {
    static final Ratio NOTHING = new Ratio(BigDecimal.ZERO, BigDecimal.ONE);

    Ratio plus(Ratio other) {
        return new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Ratio times(BigDecimal factor) {
        return new Ratio(over.multiply(factor), under);
    }

    /** This as a part of a positive whole. */
    Ratio of(BigDecimal whole) {
        return new Ratio(over, under.multiply(whole));
    }

    boolean reaches(BigDecimal least) {
        return over.compareTo(least.multiply(under)) >= 0;
    }

    /** Rounded down to so many digits behind the point: what is told never exceeds what was reached. */
    BigDecimal rounded(int digits) {
        return over.divide(under, digits, RoundingMode.DOWN);
    }
}
