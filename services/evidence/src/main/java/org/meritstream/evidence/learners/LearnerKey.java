package org.meritstream.evidence.learners;

import java.util.Comparator;
import java.util.UUID;

/** A learner id within its tenant. */
public record LearnerKey(String tenant, UUID id) implements Comparable<LearnerKey> {
    private static final Comparator<LearnerKey> ORDER =
            Comparator.comparing(LearnerKey::tenant).thenComparing(LearnerKey::id);

    @Override
    public int compareTo(LearnerKey other) {
        return ORDER.compare(this, other);
    }
}
