package org.meritstream.issuance.verification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lists of issuers that this service was told of. */
public final class Registries {
    private final Map<String, Set<String>> issuersByTitle;

    /** @param issuersByTitle ids of issuers by the title of their list */
    public Registries(Map<String, Set<String>> issuersByTitle) {
        this.issuersByTitle = new TreeMap<>(issuersByTitle);
    }

    IssuerTrust of(@Nullable String issuer) {
        List<String> lists = issuersByTitle.entrySet().stream()
                .filter(list -> issuer != null && list.getValue().contains(issuer))
                .map(Map.Entry::getKey)
                .toList();
        return new IssuerTrust(lists);
    }
}
