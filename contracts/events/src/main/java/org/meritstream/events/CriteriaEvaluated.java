package org.meritstream.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The standing of a learner in an achievement version after a fact changed it.
 *
 * @param evaluation counts the evaluations of this dossier from 1
 * @param evaluatedAt the time of the fact that caused it
 */
public record CriteriaEvaluated(
        String tenant,
        UUID learner,
        String achievement,
        int version,
        long evaluation,
        List<CriterionStanding> criteria,
        boolean earned,
        Instant evaluatedAt)
        implements EvidenceEvent {
    public CriteriaEvaluated {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        Limits.counted("evaluation", evaluation);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
