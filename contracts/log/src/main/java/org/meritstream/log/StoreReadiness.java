package org.meritstream.log;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while the store does not answer. A store that hangs keeps its connections and says nothing, so the question has a bound: a
 * probe that waits for the answer would itself go unanswered. The extensions' own checks wait for up to twenty seconds (the reactive
 * client), for ever (JDBC) or for the read timeout (MongoDB), and are switched off.
 */
@Readiness
@ApplicationScoped
class StoreReadiness implements AsyncHealthCheck {
    private static final String NAME = "store";
    private static final Duration BOUND = Duration.ofSeconds(1);

    private final Instance<StoreProbe> probe;

    StoreReadiness(Instance<StoreProbe> probe) {
        this.probe = probe;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return probe.get()
                .ask()
                .ifNoItem()
                .after(BOUND)
                .fail()
                .map(answered -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(StoreReadiness::away);
    }

    private static HealthCheckResponse away(Throwable fault) {
        return HealthCheckResponse.named(NAME)
                .down()
                .withData("why", Faults.kind(fault))
                .build();
    }
}
