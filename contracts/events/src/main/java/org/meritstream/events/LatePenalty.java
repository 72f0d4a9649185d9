package org.meritstream.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * What lateness costs: a share of the mark itself for each day begun. Levels and verdicts are not lowered.
 *
 * @param perDay share of the mark, 0 to 1
 * @param most share of the mark at which it stops, 0 to 1
 */
public record LatePenalty(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal perDay,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal most) {
    public LatePenalty {
        Limits.decimal("perDay", perDay);
        Limits.decimal("most", most);
    }
}
