package org.meritstream.events;

/** What kind of thing was assessed. */
public enum ActivityKind {
    ASSIGNMENT,
    QUIZ,
    QUESTION,
    MODULE,
    COURSE,
    OUTCOME,
    BADGE
}
