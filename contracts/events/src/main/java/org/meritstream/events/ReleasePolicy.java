package org.meritstream.events;

/** When an earned award is conferred. */
public enum ReleasePolicy {
    AT_ONCE,
    /** At the achievement's date; at once when it is earned later. */
    ON_DATE,
    /** A registrar approves it; not before the achievement's date, if it has one. */
    AFTER_APPROVAL
}
