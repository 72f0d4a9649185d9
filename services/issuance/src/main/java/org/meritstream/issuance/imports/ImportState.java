package org.meritstream.issuance.imports;

/** How far a credential of another issuer has come. */
public enum ImportState {
    /** It is to be looked at. */
    REQUESTED,
    /** It was found to be good, and is looked at again. */
    HELD,
    /** It was refused, was held already, or has lapsed: kept so that nothing of it follows twice. */
    OVER
}
