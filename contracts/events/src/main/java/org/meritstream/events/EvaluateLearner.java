package org.meritstream.events;

import java.util.UUID;

/**
 * Judge a learner's facts against an achievement version: how a publication reaches those whose facts came first.
 */
public record EvaluateLearner(String tenant, UUID learner, String achievement, int version) implements EvidenceCommand {
    public EvaluateLearner {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
