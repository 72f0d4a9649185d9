package org.meritstream.log;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Message;

/**
 * Takes a batch, has it decided and stored, emits, and commits: events and consumed offsets in one Kafka transaction. While one batch is told,
 * the next is decided and stored ({@link Telling}).
 *
 * <p>Whatever can not be retried closes both clients, waits, and opens new ones; {@link Resumption} says where to go
 * on. The store step comes before the transaction begins, so that none is open while the database is slow.
 */
public final class Loop implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final BatchHandler handler;
    private final Adoption adoption;
    private final Halving halving;
    private final KafkaClients clients;
    private final HangingTransactions hanging;
    private final LoopHealth health;
    private final Clock clock;
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    /** Of a service that takes nothing back. */
    public Loop(BatchHandler handler, KafkaClients clients, LoopHealth health, Clock clock) {
        this(handler, Adoption.NOTHING, clients, health, clock);
    }

    public Loop(BatchHandler handler, Adoption adoption, KafkaClients clients, LoopHealth health, Clock clock) {
        this.handler = handler;
        this.adoption = adoption;
        this.halving = new Halving(handler);
        this.clients = clients;
        this.hanging = new HangingTransactions(handler.service(), clients);
        this.health = health;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("log-" + handler.service()).unstarted(this);
    }

    /** Starts the loop's thread. */
    public void start() {
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (running) {
                session();
            }
        } finally {
            health.ended();
        }
    }

    /** One life of the two clients. */
    private void session() {
        try (KafkaConsumer<String, byte[]> opened = clients.consumer()) {
            consumer = opened;
            try {
                consume(opened);
            } catch (WakeupException stop) {
                LOG.debugf("log.stopping service=%s", handler.service());
            } catch (RuntimeException fault) {
                recycle(fault);
            } finally {
                consumer = null;
                opened.close(CloseOptions.timeout(CLOSE));
            }
        } catch (RuntimeException fault) {
            recycle(fault);
        }
    }

    private void consume(KafkaConsumer<String, byte[]> opened) {
        health.takingBack(false);
        try (Telling telling = new Telling(handler.service(), clients.producer(), health, clock);
                Readoption readoption = new Readoption(handler.service(), adoption, clients, handler::next)) {
            telling.prepare();
            hanging.endOwn();
            boolean takesBack = !adoption.topics().isEmpty();
            Resumption resumption = new Resumption(opened, () -> patiently(handler::next), takesBack, hanging::look);
            opened.subscribe(handler.topics(), new ToldFirst(resumption, telling, opened));
            try {
                while (running) {
                    turn(opened, telling, resumption, readoption);
                }
            } catch (RuntimeException | Error fault) {
                settle(telling, opened, fault);
                throw fault;
            }
            told(telling.settle(opened.groupMetadata()));
        }
    }

    private void turn(
            KafkaConsumer<String, byte[]> opened, Telling telling, Resumption resumption, Readoption readoption) {
        boolean member = opened.groupMetadata().generationId() > 0;
        health.readingAgain(!member || resumption.behind());
        boolean atOnce = resumption.restored() || telling.owes();
        ConsumerRecords<String, byte[]> batch = opened.poll(atOnce ? Duration.ZERO : POLL);
        health.polled(clock.instant(), opened.groupMetadata().generationId() > 0);
        boolean restored = resumption.restored(batch);
        if (restored || batch.isEmpty()) {
            told(telling.settle(opened.groupMetadata()));
        }
        if (restored) {
            resumption.putBack(batch);
            takeBack(readoption, resumption);
        } else if (!batch.isEmpty()) {
            Resumption.Share share = resumption.share(batch);
            telling.begin(opened.groupMetadata());
            List<Message> caused = caused(share);
            told(telling.end());
            telling.owe(caused, share.next());
        } else if (!atOnce) {
            prove(opened, telling, resumption);
        }
    }

    /** What is stored is told before others may have to; where it can not be any more, it is read again. */
    private static void settle(Telling telling, KafkaConsumer<String, byte[]> opened, Throwable fault) {
        try {
            telling.settle(opened.groupMetadata());
        } catch (RuntimeException also) {
            fault.addSuppressed(also);
        }
    }

    private void told(boolean any) {
        if (any) {
            backoff.reset();
        }
    }

    /** A step at a time, so that the polls in between keep the membership. */
    private void takeBack(Readoption readoption, Resumption resumption) {
        health.takingBack(true);
        if (patiently(readoption::step)) {
            resumption.takenBack();
            health.takingBack(false);
        }
    }

    /** What was announced before a store was restored is stored again and goes no further. */
    private List<Message> caused(Resumption.Share share) {
        if (!share.again().isEmpty()) {
            patiently(() -> halving.handle(share.again()));
            LOG.infof(
                    "log.read-again service=%s events=%d",
                    handler.service(), share.again().size());
        }
        return patiently(() -> halving.handle(share.fresh()));
    }

    private <T> T patiently(Supplier<T> step) {
        return new Patience(handler.service(), health, () -> running).untilDone(step);
    }

    /** With nothing to do: a broker gone silent is a fault, and a fault ends only by a commit, so one is made that changes nothing. */
    private void prove(KafkaConsumer<String, byte[]> opened, Telling telling, Resumption resumption) {
        if (Heartbeat.missing(opened)) {
            health.failed("no heartbeat from the broker");
        } else if (health.faulty() && !opened.assignment().isEmpty()) {
            TopicPartition any = opened.assignment().iterator().next();
            Map<TopicPartition, OffsetAndMetadata> here =
                    Map.of(any, new OffsetAndMetadata(opened.position(any, CLOSE)));
            telling.owe(List.of(), resumption.notBelow(here));
            told(telling.settle(opened.groupMetadata()));
        }
    }

    /** Both clients go; whatever was not committed is read again. The message of a fault may quote a record, so only its kind is told. */
    private void recycle(RuntimeException fault) {
        String kind = Faults.kind(fault);
        health.failed(kind);
        LOG.warnf("log.recycled service=%s fault=%s", handler.service(), kind);
        backoff.pause();
    }

    /** Ends the loop after the batch in hand; what is not committed is read again later. */
    @Override
    public void close() {
        running = false;
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(CLOSE.multipliedBy(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
