package org.meritstream.assessment.source;

/** By which identifier a source's payloads name a person. */
public enum JoinBy {
    /** Canvas: the SIS id; Moodle: the name of the account. */
    STUDENT_NUMBER,
    /** The e-mail address, looked up in the roster. */
    EMAIL,
    /** The sender's own account only. */
    ACCOUNT
}
