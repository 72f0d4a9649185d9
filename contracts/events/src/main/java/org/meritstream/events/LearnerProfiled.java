package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the roster says of a learner: the whole current state of its key. Identifying data: it stands on the learner topic only.
 *
 * @param displayName as it is to stand on a credential; never blank
 * @param language BCP 47 tag the learner reads, if known
 */
public record LearnerProfiled(
        String tenant,
        UUID learner,
        String studentNumber,
        String displayName,
        @Nullable String email,
        @Nullable String language,
        Instant profiledAt)
        implements AssessmentEvent {
    public LearnerProfiled {
        Limits.present("studentNumber", studentNumber);
        Limits.present("displayName", displayName);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
