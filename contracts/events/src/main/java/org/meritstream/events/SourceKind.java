package org.meritstream.events;

/** The kinds of sender that Meritstream understands. */
public enum SourceKind {
    /** Canvas Live Events over HTTPS, signed payload. */
    CANVAS_LIVE,
    /** Moodle's logstore_xapi plugin. */
    MOODLE_XAPI
}
