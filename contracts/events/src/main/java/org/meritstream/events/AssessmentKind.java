package org.meritstream.events;

/** What a completed assessment is evidence of. */
public enum AssessmentKind {
    /** A judged piece of work, usually with a score. */
    RESULT,
    /** Handed in, not judged. */
    SUBMISSION,
    /** An activity or a course was completed; says nothing about its quality. */
    COMPLETION,
    /** An outcome or competency was rated. */
    MASTERY,
    /** The sender awarded a badge of its own. */
    BADGE
}
