package org.meritstream.assessment.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of a sender: there, absent, or no number at all. Nothing is divided or clamped.
 *
 * @param value digits as sent, written without an exponent; null when absent
 * @param broken whether something is there that is not a number, or not one of this world
 */
public record Mark(@Nullable BigDecimal value, boolean broken) {
    /** Nothing is there. */
    public static final Mark ABSENT = new Mark(null, false);

    private static final Mark BROKEN = new Mark(null, true);
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");
    private static final int MOST_DIGITS = 30;
    /** Below this, {@link BigDecimal#toString} changes to an exponent; such a mark is the rounding noise of a float. */
    private static final int FINEST = 6;

    /** Reads a member that should be a number; some senders write numbers as text. */
    public static Mark of(JsonNode node, String name) {
        return of(node.path(name));
    }

    /** Reads the value itself. */
    public static Mark of(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return ABSENT;
        }
        if (value.isTextual()) {
            return DECIMAL.matcher(value.textValue()).matches() ? of(new BigDecimal(value.textValue())) : BROKEN;
        }
        if (value.isDouble() || value.isFloat()) {
            return Double.isFinite(value.doubleValue()) ? of(value.decimalValue()) : BROKEN;
        }
        return value.isNumber() ? of(value.decimalValue()) : BROKEN;
    }

    private static Mark of(BigDecimal value) {
        if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
            return BROKEN;
        }
        BigDecimal whole = value.scale() < 0 ? value.setScale(0) : value;
        boolean tiny = whole.precision() - 1 - whole.scale() < -FINEST;
        return new Mark(tiny ? whole.setScale(FINEST, RoundingMode.HALF_UP) : whole, false);
    }

    /** The number without the zeros that differ between two sendings, for a key; empty when absent. */
    public String key() {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }
}
