package org.meritstream.log;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;

/**
 * Appends what falls due to the service's own commands topic, in bounded steps: first the append, then the removal. So a crash in between
 * repeats it under the same id, which the loop takes for the duplicate it is.
 *
 * <p>While the loop reads a restored store's past again nothing is appended: what is due by the old copy may have been cancelled since
 * (docs/adr/0010).
 */
public final class Timekeeper implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Timekeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 500;

    private final String service;
    private final Agenda agenda;
    private final KafkaClients clients;
    private final LoopHealth health;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * @param health of the loop beside it, which says when the store is up to date
     */
    public Timekeeper(String service, Agenda agenda, KafkaClients clients, LoopHealth health, Clock clock) {
        this.service = service;
        this.agenda = agenda;
        this.clients = clients;
        this.health = health;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("timer-" + service).unstarted(this);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    @Override
    public void run() {
        while (running) {
            try (KafkaProducer<String, byte[]> producer = clients.appender()) {
                while (running) {
                    tick(producer);
                    LockSupport.parkNanos(EVERY.toNanos());
                }
            } catch (RuntimeException fault) {
                LOG.warnf("timer.waiting service=%s fault=%s", service, Faults.kind(fault));
                LockSupport.parkNanos(EVERY.toNanos());
            }
        }
    }

    /** All that is due now; a fault of the store or the broker ends it, and what was taken is taken again later. */
    private void tick(KafkaProducer<String, byte[]> producer) {
        int taken = AT_ONCE;
        while (running && taken == AT_ONCE && health.upToDate()) {
            List<Agenda.Due> due = agenda.take(clock.instant(), AT_ONCE);
            taken = due.size();
            if (taken > 0) {
                append(producer, due);
                agenda.done(due);
                LOG.infof("timer.fell-due service=%s count=%d", service, taken);
            }
        }
    }

    private static void append(KafkaProducer<String, byte[]> producer, List<Agenda.Due> due) {
        List<Future<RecordMetadata>> sends = new ArrayList<>(due.size());
        due.forEach(one -> sends.add(producer.send(Records.outbound(one.message()))));
        for (Future<RecordMetadata> send : sends) {
            acknowledged(send);
        }
    }

    private static void acknowledged(Future<RecordMetadata> send) {
        try {
            send.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while appending", e);
        }
    }

    /** Ends it after the step in hand. */
    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(Agenda.HELD);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
