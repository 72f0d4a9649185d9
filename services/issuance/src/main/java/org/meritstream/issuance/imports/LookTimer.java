package org.meritstream.issuance.imports;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.meritstream.events.ConcludeImport;
import org.meritstream.events.Event;
import org.meritstream.events.EventHeader;
import org.meritstream.events.ImportRefusal;
import org.meritstream.events.MalformedEvent;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.imports.Looks.Look;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.LoopHealth;
import org.meritstream.log.http.Appender;

/**
 * Has credentials of other issuers looked at when they are due, beside the loop and so many side by side: one issuer that answers slowly, or not at
 * all, keeps nobody else waiting. What a look comes to is appended as a command under an id that follows from the look; whoever looks twice
 * asks twice for the same, which the loop takes for the duplicate it is.
 */
@ApplicationScoped
class LookTimer {
    private static final Logger LOG = Logger.getLogger(LookTimer.class);
    /** Longer than a look and its command take. */
    private static final Duration IN_HAND = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("look-at-import").start(task);

    private final ForeignCredentials store;
    private final Looks looks;
    private final Appender appender;
    private final LoopHealth health;
    private final ImportConfig config;
    private final Semaphore places;

    LookTimer(ForeignCredentials store, Looks looks, Appender appender, LoopHealth health, ImportConfig config) {
        this.store = store;
        this.looks = looks;
        this.appender = appender;
        this.health = health;
        this.config = config;
        this.places = new Semaphore(config.atOnce());
    }

    /** Not while a restored store reads again what was concluded before. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        if (health.upToDate()) {
            lookAtWhatIsDue(Instant.now());
        }
    }

    /** Takes what there are places for. A store that is away is the loop's trouble, and told by it; here the next second is as good. */
    void lookAtWhatIsDue(Instant now) {
        int free = places.drainPermits();
        int taken = 0;
        try {
            if (free > 0) {
                for (Due due : store.take(now, now.plus(IN_HAND), free)) {
                    taken++;
                    THREADS.execute(() -> lookAt(due));
                }
            }
        } catch (RuntimeException fault) {
            LOG.warnf("import.not-taken fault=%s", fault.getClass().getSimpleName());
        } finally {
            places.release(free - taken);
        }
    }

    /** Where the log or the store is away it is looked at again when it is no longer in hand: that ends when they are back. */
    private void lookAt(Due due) {
        try {
            Look look = looked(due);
            store.ended(due);
            switch (look) {
                case Look.Conclude conclude -> append(due, conclude.command());
                case Look.Later later -> {
                    store.later(due, later.next());
                    LOG.infof("import.later request=%s why=%s", due.request(), later.why());
                }
            }
        } catch (RuntimeException away) {
            LOG.warnf(
                    "import.not-concluded request=%s fault=%s",
                    due.request(), away.getClass().getSimpleName());
        } finally {
            places.release();
        }
    }

    /**
     * What fails in a look is hardly the credential's fault, and may fail again however often it is repeated. What is found and can not be written
     * down is no proper text, and refused for that.
     */
    private Look looked(Due due) {
        Instant now = Instant.now();
        if (FailedLookDecision.neverEnds(due)) {
            LOG.warnf("import.given-up request=%s takings=%d", due.request(), due.takings());
            return FailedLookDecision.givenUp(due, now, config.lookAgain());
        }
        try {
            return looks.look(due, now);
        } catch (MalformedEvent unwritable) {
            return new Look.Conclude(Looks.conclusion(due, ImportRefusal.MALFORMED));
        } catch (RuntimeException fault) {
            LOG.warnf(
                    "import.not-looked-at request=%s before=%d fault=%s",
                    due.request(), due.faults(), fault.getClass().getSimpleName());
            return FailedLookDecision.decide(due, now, config.lookAgain());
        }
    }

    private void append(Due due, ConcludeImport command) {
        String id = EventIds.of(
                "issuance.conclude-import",
                due.request().toString(),
                due.lookAt().toString());
        EventHeader header = new EventHeader(
                id, Emission.source(Announcement.SERVICE), Emission.subject(command), Instant.now(), null);
        appender.append(new Event<>(header, command)).await().atMost(PATIENCE);
        LOG.infof("import.looked-at request=%s counts=%s", due.request(), command.found() != null);
    }
}
