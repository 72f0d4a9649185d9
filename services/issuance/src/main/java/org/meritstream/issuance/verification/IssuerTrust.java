package org.meritstream.issuance.verification;

import java.util.List;

/**
 * Which lists of issuers that this service was told of hold this one. That decides nothing: a signature says who issued a credential, and
 * not whether they were entitled to.
 *
 * @param lists their titles
 */
public record IssuerTrust(List<String> lists) {
    public IssuerTrust {
        lists = List.copyOf(lists);
    }

    /** Whether any does. */
    public boolean listed() {
        return !lists.isEmpty();
    }

    /** In words. */
    public String reason() {
        return listed()
                ? "Its issuer is in: " + String.join(", ", lists) + "."
                : "Its issuer is not in any list that this service was told of.";
    }
}
