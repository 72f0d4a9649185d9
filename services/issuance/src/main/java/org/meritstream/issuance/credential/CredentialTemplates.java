package org.meritstream.issuance.credential;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.template.Templates;

/** Writes and canonicalizes credentials by templates, and counts how: a recheck that differs is worth waking somebody. */
@ApplicationScoped
class CredentialTemplates {
    private final AtomicLong withdrawn = new AtomicLong();

    /** How many templates came to something else than the full way since the start, and are used no more. */
    long withdrawn() {
        return withdrawn.get();
    }

    @Produces
    @Singleton
    Templates templates(DataIntegrity suite, MeterRegistry metrics) {
        OfficialSchema schema = new OfficialSchema();
        Map<Templates.Event, Counter> counters = new EnumMap<>(Templates.Event.class);
        for (Templates.Event event : Templates.Event.values()) {
            counters.put(event, counter(metrics, event));
        }
        return new Templates(suite::canonical, schema::violations, event -> {
            Objects.requireNonNull(counters.get(event)).increment();
            if (event == Templates.Event.DIFFERED) {
                withdrawn.incrementAndGet();
            }
        });
    }

    private static Counter counter(MeterRegistry metrics, Templates.Event event) {
        String how = event.name().toLowerCase(Locale.ROOT);
        return metrics.counter("meritstream.credential.canonicalized", "how", how);
    }
}
