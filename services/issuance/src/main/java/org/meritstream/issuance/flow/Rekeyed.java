package org.meritstream.issuance.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.meritstream.issuance.issuer.SigningIssuer;

/**
 * What commands do to keys and securings.
 *
 * @param effects by the command's id, its outcome among them
 * @param issuers those of which a key was compromised, as they sign from now on
 * @param lists the status lists that are to be signed anew by them
 */
record Rekeyed(Map<String, Effects> effects, Map<String, SigningIssuer> issuers, Set<String> lists) {
    Rekeyed() {
        this(new HashMap<>(), new HashMap<>(), new HashSet<>());
    }

    /** How issuers sign once a batch is done. */
    Map<String, SigningIssuer> after(Map<String, SigningIssuer> before) {
        Map<String, SigningIssuer> after = new HashMap<>(before);
        after.putAll(issuers);
        return after;
    }
}
