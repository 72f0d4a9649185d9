package org.meritstream.evidence.restraints;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold or a pause as the API tells it.
 *
 * @param learner or null where it is on everybody
 * @param achievement or null where it is on all
 * @param reason why it was placed
 * @param withheld how many awards wait for its lifting; another may keep them longer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestraintView(
        UUID id,
        @Nullable UUID learner,
        @Nullable String achievement,
        @Nullable String reason,
        long withheld,
        Instant placedAt,
        @Nullable Instant liftedAt) {

    static RestraintView of(Restraint restraint, @Nullable String reason, long withheld) {
        return new RestraintView(
                restraint.id(),
                restraint.scope().learner(),
                restraint.scope().achievement(),
                reason,
                withheld,
                restraint.placedAt(),
                restraint.liftedAt());
    }

    static String address(Restraint restraint) {
        String kind = switch (restraint.kind()) {
            case HOLD -> "holds";
            case PAUSE -> "pauses";
        };
        return "/api/awards/" + kind + "/" + restraint.id();
    }
}
