package org.meritstream.events;

/** What became of a credential. */
public enum CredentialState {
    ISSUED,
    REVOKED
}
