package org.meritstream.evidence.restraints;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.learners.LearnerKey;

/**
 * A hold or a pause.
 *
 * @param id of the command that placed it
 * @param scope whom and what it is on
 * @param liftedAt null while it holds
 */
public record Restraint(
        UUID id,
        WithholdingReason kind,
        Scope scope,
        Instant placedAt,
        @Nullable Instant liftedAt) {

    /**
     * What a restraint is on.
     *
     * @param learner or null for everybody
     * @param achievement or null for all
     */
    public record Scope(
            String tenant, @Nullable UUID learner, @Nullable String achievement) {

        /** Whether it is on everybody, so that no learner's row guards it. */
        public boolean isOnEverybody() {
            return learner == null;
        }

        /** Whether it concerns an achievement. */
        public boolean isOn(String name) {
            return achievement == null || achievement.equals(name);
        }

        private boolean isOn(Collection<LearnerKey> ids) {
            return ids.stream()
                    .anyMatch(id -> id.tenant().equals(tenant) && (learner == null || learner.equals(id.id())));
        }
    }

    /** Whether it holds. */
    public boolean holds() {
        return liftedAt == null;
    }

    /** Whether it keeps a person, known by these ids, from being awarded an achievement. */
    boolean restrains(Collection<LearnerKey> ids, String achievement) {
        return holds() && scope.isOn(ids) && scope.isOn(achievement);
    }

    /** Whether it is a pause of the same that holds. */
    boolean pauses(Scope what) {
        return holds() && kind == WithholdingReason.PAUSE && Objects.equals(scope, what);
    }

    Restraint lifted(Instant at) {
        return new Restraint(id, kind, scope, placedAt, at);
    }
}
