package org.meritstream.issuance.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.meritstream.issuance.verification.VerificationConfig;

/** Whose credentials each tenant counts: the issuers in every list that names the tenant. */
@ApplicationScoped
class Recognised {
    private final Map<String, Set<String>> byTenant = new HashMap<>();

    Recognised(VerificationConfig config) {
        config.registries()
                .values()
                .forEach(list -> list.tenants()
                        .ifPresent(tenants ->
                                tenants.forEach(tenant -> byTenant.computeIfAbsent(tenant, t -> new HashSet<>())
                                        .addAll(list.issuers()))));
    }

    Set<String> by(String tenant) {
        return byTenant.getOrDefault(tenant, Set.of());
    }
}
