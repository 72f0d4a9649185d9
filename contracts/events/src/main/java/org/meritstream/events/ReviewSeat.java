package org.meritstream.events;

/** Whose place at a review a decision takes. */
public enum ReviewSeat {
    FIRST,
    SECOND,
    /** Settles what two reviewers disagree about. */
    MODERATION,
    /** Looks again, at the learner's request, at what others decided; counts instead. */
    APPEAL
}
