package org.meritstream.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.MalformedEvent;

/**
 * Has a service take back what it said: its own topics are read to their end, a few hundred records in memory at a time, and what was kept is
 * then placed. In steps, so that the loop stays a member of its group however much there is. The places are stored with what was read; a
 * crash repeats one step, and a second restore reads what was said since the first.
 *
 * <p>The end is that of all records, also of those in a transaction that is still open: another replica's last turn may be among them. The
 * broker decides it within the transaction's timeout (10 s), and the reading waits for it.
 */
final class Readoption implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Readoption.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String service;
    private final Adoption adoption;
    private final KafkaClients clients;
    private final Supplier<List<Position>> places;
    private Map<TopicPartition, Long> ends = Map.of();
    private @Nullable KafkaConsumer<String, byte[]> reader;
    /** What was read and is not kept yet: where the store is away, the next step keeps it, since the reader is beyond it by then. */
    private ConsumerRecords<String, byte[]> polled = ConsumerRecords.empty();

    /** @param places where the store says that its reading goes on */
    Readoption(String service, Adoption adoption, KafkaClients clients, Supplier<List<Position>> places) {
        this.service = service;
        this.adoption = adoption;
        this.clients = clients;
        this.places = places;
    }

    /** A part of the work; true when all of it is done. */
    boolean step() {
        if (adoption.topics().isEmpty()) {
            return true;
        }
        KafkaConsumer<String, byte[]> open = reader;
        if (open == null) {
            open = open();
            reader = open;
        }
        if (!polled.isEmpty() || reads(open)) {
            polled = polled.isEmpty() ? open.poll(POLL) : polled;
            keep(polled);
            polled = ConsumerRecords.empty();
            return false;
        }
        if (adoption.place()) {
            return false;
        }
        adoption.keep(new Adoption.Own(List.of(), List.of()), positions(ends));
        LOG.infof("log.taken-back service=%s", service);
        close();
        return true;
    }

    private boolean reads(KafkaConsumer<String, byte[]> open) {
        return ends.entrySet().stream().anyMatch(end -> open.position(end.getKey()) < end.getValue());
    }

    private KafkaConsumer<String, byte[]> open() {
        KafkaConsumer<String, byte[]> opening = clients.reader();
        try {
            List<TopicPartition> partitions = adoption.topics().stream()
                    .flatMap(topic -> opening.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            opening.assign(partitions);
            ends = clients.ends(partitions);
            Map<TopicPartition, Long> from = from(opening, partitions);
            from.forEach(opening::seek);
            long offsets = ends.entrySet().stream()
                    .mapToLong(end -> end.getValue() - from.getOrDefault(end.getKey(), 0L))
                    .sum();
            LOG.warnf("log.taking-back service=%s offsets=%d", service, offsets);
            return opening;
        } catch (RuntimeException fault) {
            opening.close();
            throw fault;
        }
    }

    /** Where it left off, or the beginning; a place beyond the end is of another topic of that name. */
    private Map<TopicPartition, Long> from(
            KafkaConsumer<String, byte[]> opening, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> left = places.get().stream()
                .collect(Collectors.toMap(
                        place -> new TopicPartition(place.topic(), place.partition()), Position::offset));
        Map<TopicPartition, Long> from = new HashMap<>();
        opening.beginningOffsets(partitions).forEach((partition, first) -> {
            long place = left.getOrDefault(partition, first);
            boolean known = place > first && place <= ends.getOrDefault(partition, first);
            from.put(partition, known ? place : first);
        });
        return from;
    }

    private void keep(ConsumerRecords<String, byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> next = new HashMap<>();
        records.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
        adoption.keep(own(records), positions(next));
    }

    private Adoption.Own own(ConsumerRecords<String, byte[]> records) {
        List<Inbound> said = new ArrayList<>(records.count());
        Map<String, Boolean> gone = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            gone.put(record.topic() + "\n" + record.key(), record.value() == null);
            if (record.value() != null) {
                read(record, said);
            }
        }
        said.removeIf(event -> gone.getOrDefault(
                event.message().topic() + "\n" + event.message().key(), false));
        List<String> erased = gone.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(entry -> entry.getKey().substring(entry.getKey().indexOf('\n') + 1))
                .toList();
        return new Adoption.Own(said, erased);
    }

    /** What is no event of this release is nothing that this release said. */
    private void read(ConsumerRecord<String, byte[]> record, List<Inbound> said) {
        try {
            said.add(Records.inbound(record));
        } catch (MalformedEvent unreadable) {
            LOG.warnf(
                    "log.own-unreadable service=%s at=%s",
                    service, Records.position(record).cause());
        }
    }

    private static List<Position> positions(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .map(next -> new Position(next.getKey().topic(), next.getKey().partition(), next.getValue()))
                .toList();
    }

    @Override
    public void close() {
        KafkaConsumer<String, byte[]> open = reader;
        reader = null;
        polled = ConsumerRecords.empty();
        if (open != null) {
            open.close();
        }
    }
}
