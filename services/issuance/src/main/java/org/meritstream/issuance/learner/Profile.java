package org.meritstream.issuance.learner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.LearnerProfiled;

/** A learner as the roster has them. Identifying data: never logged. */
public record Profile(
        String tenant,
        UUID learner,
        String displayName,
        @Nullable String email,
        Instant profiledAt) {

    static Profile of(LearnerProfiled profiled) {
        return new Profile(
                profiled.tenant(), profiled.learner(), profiled.displayName(), profiled.email(), profiled.profiledAt());
    }

    /** The later of two; facts are ordered by their own time, never by arrival. */
    static Profile later(Profile one, Profile other) {
        return other.profiledAt().isAfter(one.profiledAt()) ? other : one;
    }

    @Override
    public String toString() {
        return "Profile[" + learner + "]";
    }
}
