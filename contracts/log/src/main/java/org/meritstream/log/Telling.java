package org.meritstream.log;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Message;

/**
 * Tells what turns caused, events and consumed offsets in one Kafka transaction each, one turn while the next is handled: the store and the log
 * then work side by side. Turns are told in their order, one at a time. A turn that is owed is stored; whoever reads its records again finds in the
 * store what to tell.
 *
 * <p>Of one thread, the loop's; its own thread alone speaks to the producer. A transaction is never under way during a poll, so the group
 * changes between transactions alone.
 */
final class Telling implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Telling.class);

    private final String service;
    private final Producer<String, byte[]> producer;
    private final LoopHealth health;
    private final Clock clock;
    private final ExecutorService thread;
    private @Nullable Turned owed;
    private @Nullable Future<?> underWay;

    /** What one turn caused, and where the reading of its partitions goes on. */
    private record Turned(List<Message> caused, Map<TopicPartition, OffsetAndMetadata> next) {}

    Telling(String service, Producer<String, byte[]> producer, LoopHealth health, Clock clock) {
        this.service = service;
        this.producer = producer;
        this.health = health;
        this.clock = clock;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("log-" + service + "-telling").daemon().factory());
    }

    /** Readies the producer: what another of its name left open is over. */
    void prepare() {
        producer.initTransactions();
    }

    /** Takes on a turn that is stored. */
    void owe(List<Message> caused, Map<TopicPartition, OffsetAndMetadata> next) {
        if (owed != null) {
            throw new IllegalStateException("The turn before was not told");
        }
        owed = new Turned(caused, next);
    }

    /** Whether a turn is stored and nobody has begun to tell it. */
    boolean owes() {
        return owed != null;
    }

    /** Leaves what is owed to whoever reads its records again. */
    void forget() {
        owed = null;
    }

    /** Begins to tell what is owed. */
    void begin(ConsumerGroupMetadata group) {
        Turned turn = owed;
        if (turn != null) {
            owed = null;
            health.committing(clock.instant());
            underWay = thread.submit(() -> tell(turn, group));
        }
    }

    /**
     * Waits until what was begun is told. A fault of the store in the meantime is over: the turn beside it was stored.
     *
     * @return whether anything was told
     */
    boolean end() {
        Future<?> telling = underWay;
        if (telling == null) {
            return false;
        }
        underWay = null;
        try {
            telling.get();
        } catch (ExecutionException failed) {
            throw thrown(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while telling", e);
        }
        health.committed();
        return true;
    }

    /** An error ends the loop, as it would have where it was thrown. */
    private static RuntimeException thrown(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(failed);
    }

    /** Tells what is owed, and returns when that is done. */
    boolean settle(ConsumerGroupMetadata group) {
        begin(group);
        return end();
    }

    /** The commit waits for every send and fails with the first that failed, so no send's own future is watched. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void tell(Turned turn, ConsumerGroupMetadata group) {
        producer.beginTransaction();
        turn.caused().forEach(message -> producer.send(Records.outbound(message)));
        producer.sendOffsetsToTransaction(turn.next(), group);
        producer.commitTransaction();
        health.told();
        LOG.debugf("log.committed service=%s emitted=%d", service, turn.caused().size());
    }

    @Override
    public void close() {
        forget();
        try {
            producer.close(Duration.ZERO);
        } finally {
            thread.close();
        }
    }
}
