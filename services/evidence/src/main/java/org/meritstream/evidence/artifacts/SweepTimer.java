package org.meritstream.evidence.artifacts;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.meritstream.evidence.storage.Reception;
import org.meritstream.evidence.storage.Storage;
import org.meritstream.evidence.storage.StorageConfig;

/** Deletes what was uploaded and is of no use: never submitted, refused, or left by a crash. */
@ApplicationScoped
public class SweepTimer {
    private static final Logger LOG = Logger.getLogger(SweepTimer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Sweepings sweepings;
    private final Optional<Storage> storage;
    private final StorageConfig config;

    SweepTimer(Sweepings sweepings, Optional<Storage> storage, StorageConfig config) {
        this.sweepings = sweepings;
        this.storage = storage;
        this.config = config;
    }

    /** All that is old enough by now. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        sweep(Instant.now().minus(config.unusedFor()));
    }

    /** All that was given before a time. */
    void sweep(Instant before) {
        try {
            if (storage.isPresent()) {
                int left = new Reception(storage.get().arrivals(), 0).sweep(before);
                int files = files(storage.get(), before);
                LOG.infof("artifacts.swept files=%d left=%d", files, left);
            }
        } catch (IOException | RuntimeException fault) {
            LOG.warnf("artifacts.sweep-failed fault=%s", fault.getClass().getSimpleName());
        }
    }

    private int files(Storage from, Instant before) throws IOException {
        int files = 0;
        List<Piece> claimed = sweepings.claim(before).await().atMost(PATIENCE);
        while (!claimed.isEmpty()) {
            for (Piece piece : claimed) {
                from.remove(piece.place());
                sweepings.done(piece).await().atMost(PATIENCE);
                files++;
            }
            claimed = sweepings.claim(before).await().atMost(PATIENCE);
        }
        return files;
    }
}
