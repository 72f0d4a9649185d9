package org.meritstream.issuance.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.meritstream.issuance.verification.VerificationConfig;

/** Whose credentials each tenant counts: the issuers in every list of the operator's that names the tenant, and those that its registrars recognise. */
@ApplicationScoped
class Recognised {
    private final Map<String, Set<String>> byTenant = new HashMap<>();
    private final RecognisedIssuers registrars;

    Recognised(VerificationConfig config, RecognisedIssuers registrars) {
        this.registrars = registrars;
        config.registries()
                .values()
                .forEach(list -> list.tenants()
                        .ifPresent(tenants ->
                                tenants.forEach(tenant -> byTenant.computeIfAbsent(tenant, t -> new HashSet<>())
                                        .addAll(list.issuers()))));
    }

    /** All of them. Blocks. */
    Set<String> by(String tenant) {
        Set<String> all = new HashSet<>(byOperator(tenant));
        all.addAll(registrars.of(tenant).keySet());
        return all;
    }

    /** Those of the operator's lists. */
    Set<String> byOperator(String tenant) {
        return byTenant.getOrDefault(tenant, Set.of());
    }
}
