package org.meritstream.evidence.awards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardResult;
import org.meritstream.events.ReleasePolicy;

/**
 * An award as the API tells it.
 *
 * @param state {@code EARNED}, {@code WITHHELD}, {@code CONFERRED} or {@code WITHDRAWN}
 * @param releaseAt before which it is not conferred
 * @param facts ids of the events it rests on
 * @param results the marks it rests on
 * @param approvedAt when a registrar approved it
 * @param withheldBy {@code HOLD} or {@code PAUSE}
 * @param replaces the award that was held before
 * @param reason why it was withdrawn
 * @param regard {@code FLAGGED} or {@code KEPT}, where its criteria are no longer met
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwardView(
        UUID id,
        UUID learner,
        String achievement,
        int version,
        int number,
        String state,
        ReleasePolicy release,
        @Nullable Instant releaseAt,
        List<String> facts,
        List<AwardResult> results,
        Instant earnedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant withheldAt,
        @Nullable String withheldBy,
        @Nullable Instant conferredAt,
        @Nullable UUID replaces,
        @Nullable Instant withdrawnAt,
        @Nullable String reason,
        @Nullable String regard) {

    public static AwardView of(Award award) {
        return new AwardView(
                award.id(),
                award.learner().id(),
                award.achievement(),
                award.version(),
                award.number(),
                AwardRow.state(award.stand()),
                award.release().policy(),
                award.release().at(),
                award.basis().facts(),
                award.basis().results(),
                award.earnedAt(),
                award.approvedAt(),
                AwardRow.withheldAt(award.stand()),
                AwardRow.withheldBy(award.stand()),
                AwardRow.conferredAt(award.stand()),
                AwardRow.replaces(award.stand()),
                AwardRow.withdrawnAt(award.stand()),
                AwardRow.reason(award.stand()),
                award.regard() == Award.Regard.NONE ? null : award.regard().name());
    }
}
