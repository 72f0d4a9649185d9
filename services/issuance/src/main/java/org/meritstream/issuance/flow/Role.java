package org.meritstream.issuance.flow;

/** What a process of issuance does; one alone, or both. */
public enum Role {
    /** Runs the loop, holds the keys, and answers staff. */
    SIGN,
    /** Answers the world: the public documents, their pages, verification. Holds no key and reads the store alone. */
    PUBLIC
}
