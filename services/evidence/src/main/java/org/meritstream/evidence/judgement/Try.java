package org.meritstream.evidence.judgement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at a criterion.
 *
 * @param number as the sender counts, or null where it does not
 * @param finished when the learner handed it in
 * @param fact the id that it is named by in an explanation
 * @param work what is judged
 * @param repeated whether it is the same work as before: then it is no attempt
 */
record Try<T>(@Nullable Integer number, Instant finished, String fact, T work, boolean repeated) {

    static <T> Try<T> of(@Nullable Integer number, Instant finished, String fact, T work) {
        return new Try<>(number, finished, fact, work, false);
    }
}
