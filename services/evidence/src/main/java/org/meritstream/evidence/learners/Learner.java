package org.meritstream.evidence.learners;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner id and what is known of it. No name, no address: those stay with the services that need them.
 *
 * @param person the id that stands for the person: its own, or that of the learner the account was linked to
 * @param known whether the roster has a profile of it; only a known person is awarded anything
 * @param language BCP 47 tag the learner reads, if known
 * @param version how often the row was written; 0 when it is not stored yet
 */
public record Learner(
        LearnerKey key,
        UUID person,
        boolean known,
        @Nullable String language,
        long version) {

    /** An id met for the first time: its own person, not known. */
    static Learner met(LearnerKey key) {
        return new Learner(key, key.id(), false, null, 0);
    }

    /** The id that stands for the person, within its tenant. */
    public LearnerKey personKey() {
        return new LearnerKey(key.tenant(), person);
    }

    Learner belongingTo(UUID other) {
        return new Learner(key, other, known, language, version);
    }

    Learner profiled(@Nullable String reads) {
        return new Learner(key, person, true, reads, version);
    }
}
