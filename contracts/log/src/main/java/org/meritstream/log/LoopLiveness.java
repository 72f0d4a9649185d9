package org.meritstream.log;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Dead only when the loop's thread ended: a fault of a dependency passes, a restart would not help it. */
@Liveness
@ApplicationScoped
class LoopLiveness implements HealthCheck {
    private final LoopHealth health;

    LoopLiveness(LoopHealth health) {
        this.health = health;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log").status(health.alive()).build();
    }
}
