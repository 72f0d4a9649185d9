package org.meritstream.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Not ready while a dependency of the loop is away: from the first fault until the next commit. */
@Readiness
@ApplicationScoped
class LoopReadiness implements HealthCheck {
    private final LoopHealth health;
    private final LoopSwitch loopSwitch;

    LoopReadiness(LoopHealth health, LoopSwitch loopSwitch) {
        this.health = health;
        this.loopSwitch = loopSwitch;
    }

    @Override
    public HealthCheckResponse call() {
        @Nullable String why = loopSwitch.on() ? health.notReady(Instant.now()) : null;
        return why == null
                ? HealthCheckResponse.up("log")
                : HealthCheckResponse.named("log").down().withData("why", why).build();
    }
}
