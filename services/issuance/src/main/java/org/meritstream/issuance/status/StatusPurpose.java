package org.meritstream.issuance.status;

import java.util.Locale;

/** What a bit that is set says of a credential ({@code statusPurpose}; Bitstring Status List 1.0, section 2.2). */
public enum StatusPurpose {
    /** It is over for good. */
    REVOCATION,
    /** It is held back, and may be given back. */
    SUSPENSION;

    /** As documents name it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
