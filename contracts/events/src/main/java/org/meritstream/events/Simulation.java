package org.meritstream.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to the judgement: what would these facts prove?
 *
 * @param facts in any order; each carries its own time
 * @param now facts of a later time are left aside
 */
public record Simulation(Subject achievement, List<Fact> facts, Instant now) {

    /**
     * What is judged: a published version by its id, or a definition that need not be published.
     *
     * @param id the achievement's name within the tenant; may be left out beside a definition
     * @param version may be left out beside a definition
     */
    public record Subject(
            @Nullable String id,
            @Nullable Integer version,
            @Nullable Achievement definition) {
        public Subject {
            if (id != null) {
                Limits.slug("id", id);
            }
            Limits.that(version == null || version >= 1, "version counts from 1");
            Limits.that(
                    definition != null || (id != null && version != null),
                    "neither a definition nor id and version are there");
            if (definition != null) {
                definition.checkPublishable();
            }
        }
    }
}
