package org.meritstream.events;

/** How final a result is. Only {@link #FINAL} results are judged. */
public enum ResultStatus {
    FINAL,
    /** Part of the work is graded. */
    PARTIAL,
    /** Waiting for a grader. */
    PENDING,
    /** Graded, not yet shown to the learner: not to be acted on. */
    HIDDEN
}
