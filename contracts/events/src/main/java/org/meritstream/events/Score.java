package org.meritstream.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A mark with the scale it was given on, digits as the sender wrote them.
 *
 * <p>Nothing is divided or clamped: a maximum may be absent, zero or below the score (extra credit). Decimals travel as strings, of at most 40 digits
 * before and after the point, so that no short text is a number too large to reckon with.
 *
 * @param raw the mark
 * @param min lowest mark of the scale, 0 unless the sender says otherwise
 * @param max highest mark of the scale, or null where unknown
 */
public record Score(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal raw,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal min,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal max) {

    public Score {
        Limits.decimal("raw", raw);
        if (min != null) {
            Limits.decimal("min", min);
        }
        if (max != null) {
            Limits.decimal("max", max);
        }
    }
}
