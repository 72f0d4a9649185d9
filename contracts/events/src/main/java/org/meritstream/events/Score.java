package org.meritstream.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A mark with the scale it was given on, digits as the sender wrote them.
 *
 * <p>Nothing is divided or clamped: a maximum may be absent, zero or below the score (extra credit). Decimals travel as strings.
 *
 * @param raw the mark
 * @param min lowest mark of the scale, 0 unless the sender says otherwise
 * @param max highest mark of the scale, or null where unknown
 */
public record Score(
        @com.fasterxml.jackson.annotation.JsonFormat(shape = com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING)
        BigDecimal raw,

        @com.fasterxml.jackson.annotation.JsonFormat(shape = com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal min,

        @com.fasterxml.jackson.annotation.JsonFormat(shape = com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal max) {}
