package org.meritstream.events;

/** Who may see a credential at its public address. */
public enum Visibility {
    /** Nobody: the address answers as if it did not exist. */
    PRIVATE,
    /** Whoever has the address. */
    PUBLIC
}
