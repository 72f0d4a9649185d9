package org.meritstream.events;

import java.util.UUID;

/** Ask reviewers to look at something that is shown and not handed in. */
public record RequestReview(String tenant, UUID learner, String achievement, String criterion)
        implements EvidenceCommand {
    public RequestReview {
        Limits.slug("achievement", achievement);
        Limits.present("criterion", criterion);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
