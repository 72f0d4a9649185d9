package org.meritstream.events;

/** What a credential may become after it is issued, so that its document says where to look (Bitstring Status List 1.0, section 2.1). */
public enum StatusProfile {
    /** Revoked, for ever. One entry, as 1EdTech's schema of an AchievementCredential has it. */
    REVOCATION,
    /** Revoked, or suspended and perhaps given back. Two entries, which that schema does not allow. */
    REVOCATION_AND_SUSPENSION;

    /** Whether a credential can be suspended. */
    public boolean suspends() {
        return this == REVOCATION_AND_SUSPENSION;
    }
}
