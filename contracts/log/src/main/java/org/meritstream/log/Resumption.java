package org.meritstream.log;

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
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
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

    private final Consumer<String, byte[]> consumer;
    private final Supplier<List<Position>> stored;
    private final Map<TopicPartition, Long> announced = new HashMap<>();
    private final Set<TopicPartition> behind = new HashSet<>();

    Resumption(Consumer<String, byte[]> consumer, Supplier<List<Position>> stored) {
        this.consumer = consumer;
        this.stored = stored;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> next = next();
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
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

    /** Whether a partition is still read where it was announced already; to be asked between batches. */
    boolean behind() {
        behind.removeIf(partition -> consumer.position(partition) >= announced.getOrDefault(partition, 0L));
        return !behind.isEmpty();
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
