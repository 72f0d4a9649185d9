package org.meritstream.events;

/** What is to be done to each of many credentials. */
public enum BulkOperation {
    /** Issued anew with a new validity. */
    RENEW,
    /** Issued anew with the name that the roster has. */
    CORRECT,
    /** Revoked, for one reason. */
    REVOKE,
    /** Suspended, for one reason. */
    SUSPEND,
    /** Reinstated after a suspension. */
    REINSTATE,
    /** Secured again by the keys that the issuer uses now. */
    RESECURE
}
