package org.meritstream.assessment.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.meritstream.events.SourceKind;

/** How many deliveries were taken and refused. No label holds what a sender chose. */
@ApplicationScoped
class IntakeCounters {
    private final MeterRegistry registry;

    IntakeCounters(MeterRegistry registry) {
        this.registry = registry;
    }

    void accepted(SourceKind kind) {
        registry.counter("meritstream.intake.accepted", "kind", kind.name()).increment();
    }

    void refused(Refusal refusal) {
        registry.counter("meritstream.intake.refused", "reason", refusal.slug()).increment();
    }
}
