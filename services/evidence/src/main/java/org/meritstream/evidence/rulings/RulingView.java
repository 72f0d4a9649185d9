package org.meritstream.evidence.rulings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Fact;

/**
 * A ruling for staff.
 *
 * @param ruling the fact
 * @param reason why, in the words of who ruled
 * @param by the subject of the token of who ruled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RulingView(
        UUID learner,
        String achievement,
        Fact.OfAchievement ruling,
        @Nullable String reason,
        @Nullable String by) {

    static RulingView of(Rulings.Found found) {
        return new RulingView(
                found.said().learner(),
                found.said().achievement(),
                found.said().fact(),
                found.reason(),
                found.author());
    }
}
