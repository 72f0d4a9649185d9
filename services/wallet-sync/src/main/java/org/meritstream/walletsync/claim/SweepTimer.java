package org.meritstream.walletsync.claim;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Forgets ended links and sessions. Any replica may: deleting twice deletes once. */
@ApplicationScoped
public class SweepTimer {
    private static final Logger LOG = Logger.getLogger(SweepTimer.class);

    private final Claims claims;
    private final Sessions sessions;
    private final ClaimConfig config;

    public SweepTimer(Claims claims, Sessions sessions, ClaimConfig config) {
        this.claims = claims;
        this.sessions = sessions;
        this.config = config;
    }

    @Scheduled(every = "{meritstream.claim.sweep-every:1h}", delayed = "1m")
    Uni<Void> sweep() {
        Instant now = Instant.now();
        return sessions.sweep(now)
                .chain(ended -> claims.sweep(now.minus(config.rememberEnded()))
                        .invoke(links -> LOG.infof("claim.swept sessions=%d links=%d", ended, links)))
                .replaceWithVoid();
    }
}
