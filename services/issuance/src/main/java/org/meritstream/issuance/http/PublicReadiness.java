package org.meritstream.issuance.http;

import io.quarkus.arc.All;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready until whatever the world is answered by has been found to work. Role public does not migrate: begun before the signing replicas
 * of its release, or as a user without the right to a table of it, it would answer 500 where the replica that it takes the place of answers. Found
 * once, it is not asked again.
 */
@Readiness
@ApplicationScoped
class PublicReadiness implements AsyncHealthCheck {
    private static final String NAME = "public reads";
    private static final Duration BOUND = Duration.ofSeconds(1);

    private final List<PublicRead> reads;
    private volatile boolean found;

    PublicReadiness(@All List<PublicRead> reads) {
        this.reads = reads;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (found) {
            return Uni.createFrom().item(HealthCheckResponse.up(NAME));
        }
        return Uni.join()
                .all(reads.stream().map(PublicRead::rehearse).toList())
                .andFailFast()
                .ifNoItem()
                .after(BOUND)
                .fail()
                .map(all -> works())
                .onFailure()
                .recoverWithItem(PublicReadiness::missing);
    }

    private HealthCheckResponse works() {
        found = true;
        return HealthCheckResponse.up(NAME);
    }

    private static HealthCheckResponse missing(Throwable fault) {
        String why = fault instanceof PgException refused
                ? "SQLSTATE " + refused.getSqlState()
                : fault.getClass().getSimpleName();
        return HealthCheckResponse.named(NAME).down().withData("why", why).build();
    }
}
