package org.meritstream.issuance.verification;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.FetchLimits;
import org.meritstream.issuance.fetching.Fetcher;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.JoseSecuring;

/** Puts the verifier together, and where it reads. */
@ApplicationScoped
public class Verifiers {
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("name-look-up").start(task);

    @Produces
    @Singleton
    Verifier verifier(DataIntegrity suite, JoseSecuring jose, VerificationConfig config) {
        Map<String, Set<String>> issuersByTitle = new HashMap<>();
        config.registries().values().forEach(registry -> issuersByTitle.put(registry.title(), registry.issuers()));
        return new Verifier(suite, jose, new Registries(issuersByTitle));
    }

    @Produces
    @Singleton
    Documents documents(Vertx vertx, VerificationConfig config, OwnDocuments own) {
        FetchLimits limits = new FetchLimits(
                Math.toIntExact(config.largest().asLongValue()),
                config.patience(),
                config.plainHosts().orElse(Set.of()));
        return own.before(new Fetcher(vertx, limits, THREADS));
    }
}
