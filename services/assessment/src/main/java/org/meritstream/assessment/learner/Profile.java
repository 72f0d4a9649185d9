package org.meritstream.assessment.learner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.LearnerProfiled;

/**
 * A learner as the roster last said. Hides itself in text.
 *
 * @param emailKey keyed id of the e-mail address
 */
public record Profile(
        UUID id,
        String tenant,
        String studentNumber,
        String displayName,
        @Nullable String email,
        @Nullable UUID emailKey,
        @Nullable String language,
        Instant profiledAt) {

    static Profile of(LearnerProfiled said, @Nullable UUID emailKey) {
        return new Profile(
                said.learner(),
                said.tenant(),
                said.studentNumber(),
                said.displayName(),
                said.email(),
                emailKey,
                said.language(),
                said.profiledAt());
    }

    @Override
    public String toString() {
        return "Profile[" + id + "]";
    }
}
