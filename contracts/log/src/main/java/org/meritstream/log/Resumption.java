package org.meritstream.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Where each assigned partition goes on: at the lower of what the store has seen and what the log has committed (docs/adr/0010).
 *
 * <p>A store behind the log was restored. What lies between is read, decided and stored again, but not announced: offsets are committed
 * with what the records before them caused, so all of it is out. The committed offset stays where it is until the store has caught up,
 * or a crash meanwhile would forget what was announced. A store ahead of the log crashed before the log's commit: a redelivery.
 */
final class Resumption implements ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(Resumption.class);

    /** By then the broker has ended what a killed replica left: its transaction lasts 10 s at most, and is looked for every 10 s. */
    private static final Duration ENDED = Duration.ofSeconds(30);

    private final Consumer<String, byte[]> consumer;
    private final Supplier<List<Position>> stored;
    private final Runnable pending;
    private final Map<TopicPartition, Long> announced = new HashMap<>();
    private final Set<TopicPartition> behind = new HashSet<>();
    private boolean takesBack;
    private boolean restored;

    Resumption(Consumer<String, byte[]> consumer, Supplier<List<Position>> stored) {
        this(consumer, stored, false, () -> {});
    }

    /**
     * @param takesBack whether a restored store is to take back what it said before anything of it is read again ({@link #restored})
     * @param pending what is done where the committed offsets are not to be had in time
     */
    Resumption(
            Consumer<String, byte[]> consumer, Supplier<List<Position>> stored, boolean takesBack, Runnable pending) {
        this.consumer = consumer;
        this.stored = stored;
        this.pending = pending;
        this.takesBack = takesBack;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> next = next();
        Map<TopicPartition, OffsetAndMetadata> committed = committed(Set.copyOf(partitions));
        Set<TopicPartition> uncommitted = new HashSet<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata at = committed.get(partition);
            if (at == null) {
                uncommitted.add(partition);
            } else {
                goOn(partition, at, next.getOrDefault(partition, 0L));
            }
        }
        if (!uncommitted.isEmpty()) {
            begin(uncommitted, next);
        }
    }

    /** The broker says nothing of them while they are in an open transaction. A broker that is only slow is asked again by the next session. */
    private Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
        try {
            return consumer.committed(partitions, ENDED);
        } catch (TimeoutException still) {
            pending.run();
            throw still;
        }
    }

    /**
     * Commits where the reading of a partition begins before any of it is stored. So a partition that the store knows and the group does not
     * is one whose offset the log forgot (a group that stands empty for a week loses them all): what the store has seen is out. A position
     * beyond the end is of another topic of that name.
     */
    private void begin(Set<TopicPartition> partitions, Map<TopicPartition, Long> stored) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
        consumer.beginningOffsets(partitions).forEach((partition, first) -> {
            long next = stored.getOrDefault(partition, first);
            boolean known = next > first && next <= ends.getOrDefault(partition, 0L);
            begin.put(partition, new OffsetAndMetadata(known ? next : first));
            if (known) {
                LOG.warnf("log.offset-forgotten topic=%s partition=%d", partition.topic(), partition.partition());
            }
        });
        consumer.commitSync(begin);
        begin.forEach((partition, first) -> goOn(partition, first, first.offset()));
    }

    private Map<TopicPartition, Long> next() {
        return stored.get().stream()
                .collect(Collectors.toMap(
                        position -> new TopicPartition(position.topic(), position.partition()), Position::offset));
    }

    private void goOn(TopicPartition partition, OffsetAndMetadata committed, long next) {
        announced.put(partition, committed.offset());
        if (next < committed.offset()) {
            consumer.seek(partition, next);
            behind.add(partition);
        } else {
            consumer.seek(partition, committed);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        announced.keySet().removeAll(partitions);
        behind.removeAll(partitions);
    }

    /**
     * Whether a partition is still read where it was announced already; to be asked between batches. While it is, the partitions that have
     * caught up wait: what they bring that is new might be decided only by something that is read again, and so in silence. All of them
     * wait while the store is {@link #restored}.
     */
    boolean behind() {
        boolean behind = readsAgain();
        Set<TopicPartition> waiting = behind || restored ? new HashSet<>(consumer.assignment()) : new HashSet<>();
        if (!restored) {
            waiting.removeAll(this.behind);
        }
        Set<TopicPartition> read = new HashSet<>(consumer.assignment());
        read.removeAll(waiting);
        consumer.pause(waiting);
        consumer.resume(read);
        return behind || restored;
    }

    private boolean readsAgain() {
        behind.removeIf(partition -> consumer.position(partition) >= announced.getOrDefault(partition, 0L));
        return !behind.isEmpty();
    }

    /**
     * What of a batch is seen to.
     *
     * @param again what was announced already
     * @param fresh what is announced as ever, after the other
     * @param next what may be committed with it
     */
    record Share(
            List<ConsumerRecord<String, byte[]>> again,
            List<ConsumerRecord<String, byte[]>> fresh,
            Map<TopicPartition, OffsetAndMetadata> next) {}

    /** Parts a batch that was polled. What is new is put back while a partition is still behind, be it in the same batch. */
    Share share(ConsumerRecords<String, byte[]> batch) {
        List<ConsumerRecord<String, byte[]>> again = new ArrayList<>();
        List<ConsumerRecord<String, byte[]>> fresh = new ArrayList<>(batch.count());
        batch.forEach(record -> (announced(record) ? again : fresh).add(record));
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(batch.nextOffsets());
        if (readsAgain()) {
            next.putAll(putBack(fresh));
            fresh.clear();
        }
        return new Share(again, fresh, notBelow(next));
    }

    /**
     * Whether nothing may be handled because the store was restored and does not know what it said. A record shows it that was announced and is
     * not stored; offsets alone do not, for the committed one lies beyond the marks of transactions that the store never hears of.
     */
    boolean restored(ConsumerRecords<String, byte[]> batch) {
        if (takesBack && !behind.isEmpty()) {
            for (ConsumerRecord<String, byte[]> record : batch) {
                restored |= announced(record);
            }
        }
        return restored;
    }

    /** Whether a batch has shown it. */
    boolean restored() {
        return restored;
    }

    /** It knows now; once in a session is enough. */
    void takenBack() {
        takesBack = false;
        restored = false;
    }

    /** Has all of a batch read later. */
    void putBack(ConsumerRecords<String, byte[]> batch) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(batch.count());
        batch.forEach(records::add);
        putBack(records);
    }

    /** Has these records read later; where the reading of their partitions goes on. */
    private Map<TopicPartition, OffsetAndMetadata> putBack(List<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
        records.forEach(record -> first.putIfAbsent(
                new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset())));
        first.forEach(consumer::seek);
        return first;
    }

    /** Whether what a record caused is out already. */
    boolean announced(ConsumerRecord<String, byte[]> record) {
        Long end = announced.get(new TopicPartition(record.topic(), record.partition()));
        return end != null && record.offset() < end;
    }

    /** What may be committed instead of these offsets: never less than was announced. */
    Map<TopicPartition, OffsetAndMetadata> notBelow(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>(offsets);
        committed.replaceAll((partition, next) -> {
            long end = announced.getOrDefault(partition, 0L);
            return next.offset() < end ? new OffsetAndMetadata(end) : next;
        });
        return committed;
    }
}
