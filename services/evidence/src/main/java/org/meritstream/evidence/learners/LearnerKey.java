package org.meritstream.evidence.learners;

import java.util.UUID;

/** A learner id within its tenant. */
public record LearnerKey(String tenant, UUID id) implements Comparable<LearnerKey> {
    /** By hand: turns keep thousands of them in order. */
    @Override
    public int compareTo(LearnerKey other) {
        int byTenant = tenant.compareTo(other.tenant);
        return byTenant == 0 ? id.compareTo(other.id) : byTenant;
    }
}
