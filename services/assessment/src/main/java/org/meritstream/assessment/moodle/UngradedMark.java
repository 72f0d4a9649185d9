package org.meritstream.assessment.moodle;

import java.math.BigDecimal;
import org.meritstream.assessment.reading.Mark;

/** Moodle's way to say that something is not graded: a grade of -1. On a scale that reaches below zero it is a mark like any other. */
final class UngradedMark {
    private static final BigDecimal UNGRADED = BigDecimal.ONE.negate();

    private UngradedMark() {}

    static boolean isUngraded(Mark raw, Mark min) {
        boolean reachesThere = min.value() != null && min.value().compareTo(UNGRADED) <= 0;
        return raw.value() != null && raw.value().compareTo(UNGRADED) == 0 && !reachesThere;
    }
}
