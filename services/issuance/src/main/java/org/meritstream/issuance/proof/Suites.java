package org.meritstream.issuance.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Puts the suites together: the fastest Ed25519 that this machine loads, said at start and in a metric. */
@ApplicationScoped
public class Suites {
    private static final Logger LOG = Logger.getLogger(Suites.class);

    @Produces
    @Singleton
    Ed25519Provider ed25519() {
        return CorrettoEd25519.load().orElseGet(BouncyCastleEd25519::new);
    }

    @Produces
    @Singleton
    DataIntegrity dataIntegrity(Ed25519Provider ed25519) {
        return new DataIntegrity(new Canonicalization(Contexts.carried()), ed25519);
    }

    @Produces
    @Singleton
    JoseSecuring joseSecuring(Ed25519Provider ed25519) {
        return new JoseSecuring(new Signatures(ed25519));
    }

    void tell(@Observes StartupEvent started, Ed25519Provider ed25519, MeterRegistry metrics) {
        LOG.infof("signing.ready provider=%s", ed25519.name());
        Gauge.builder("meritstream.signing.provider", () -> 1)
                .description("Which Ed25519 implementation is in use")
                .tag("provider", ed25519.name())
                .strongReference(true)
                .register(metrics);
    }
}
