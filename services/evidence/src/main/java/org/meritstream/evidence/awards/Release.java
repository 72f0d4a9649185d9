package org.meritstream.evidence.awards;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.ReleasePolicy;

/**
 * When an earned award is conferred, by the version it was earned in.
 *
 * @param at not before this time, or null for no such time
 */
public record Release(ReleasePolicy policy, @Nullable Instant at) {

    /** What a version says. */
    public static Release of(Achievement definition) {
        return new Release(definition.release(), definition.releaseAt());
    }
}
