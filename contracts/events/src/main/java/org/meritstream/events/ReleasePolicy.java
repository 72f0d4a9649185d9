package org.meritstream.events;

/** When an earned award is conferred. */
public enum ReleasePolicy {
    AT_ONCE,
    /** A registrar approves it. */
    AFTER_APPROVAL
}
