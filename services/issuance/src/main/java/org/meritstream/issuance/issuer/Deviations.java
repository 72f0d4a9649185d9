package org.meritstream.issuance.issuer;

import java.util.List;
import org.meritstream.events.StatusProfile;

/** Where an issuer's credentials differ from what 1EdTech certifies, because the tenant chose so: said wherever it is chosen, and wherever it is asked. */
final class Deviations {
    private static final String TWO_ENTRIES = "credentialStatus is a list of two entries; 1EdTech's schema allows one";

    private Deviations() {}

    /** In words; empty where they do not. */
    static List<String> of(StatusProfile profile) {
        return profile.suspends() ? List.of(TWO_ENTRIES) : List.of();
    }
}
