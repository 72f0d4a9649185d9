package org.meritstream.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.DeadLetters.Letter;
import org.meritstream.log.DeadLetters.Page;

/**
 * Reads a dead-letter topic page by page, one partition after the other, so that where a page ended is one place. A page that is not the last
 * says where the next begins, also where it was cut short because the time was over.
 */
final class LetterPages {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> reader;
    private final Duration patience;
    private final int most;

    LetterPages(Consumer<String, byte[]> reader, Duration patience, int most) {
        this.reader = reader;
        this.patience = patience;
        this.most = most;
    }

    /**
     * The letters of a remit behind a place.
     *
     * @param partitions in their order
     * @param after null for the beginning
     * @throws KafkaException when the log gave nothing more within the time
     */
    Page page(List<TopicPartition> partitions, Remit remit, @Nullable Position after) {
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions, patience);
        Map<TopicPartition, Long> beginnings = reader.beginningOffsets(partitions, patience);
        Reading reading = new Reading(remit, after, System.nanoTime() + patience.toNanos());
        for (TopicPartition partition : partitions) {
            long from = from(partition, beginnings.getOrDefault(partition, 0L), after);
            if (!reading.through(partition, from, ends.getOrDefault(partition, 0L))) {
                return reading.cut();
            }
        }
        return new Page(List.copyOf(reading.letters), null);
    }

    /**
     * The record at an offset; null when none is kept there.
     *
     * @throws KafkaException when the log did not give it within the time
     */
    @Nullable
    ConsumerRecord<String, byte[]> record(TopicPartition partition, long offset) {
        List<TopicPartition> one = List.of(partition);
        if (offset < reader.beginningOffsets(one, patience).getOrDefault(partition, 0L)
                || offset >= reader.endOffsets(one, patience).getOrDefault(partition, 0L)) {
            return null;
        }
        reader.assign(one);
        reader.seek(partition, offset);
        long giveUp = System.nanoTime() + patience.toNanos();
        while (reader.position(partition) <= offset) {
            if (System.nanoTime() > giveUp) {
                throw new KafkaException("The log gave nothing to read within " + patience);
            }
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                if (record.offset() == offset) {
                    return record;
                }
            }
        }
        return null;
    }

    private static long from(TopicPartition partition, long beginning, @Nullable Position after) {
        if (after == null || partition.partition() > after.partition()) {
            return beginning;
        }
        return partition.partition() < after.partition()
                ? Long.MAX_VALUE
                : Math.max(beginning, Math.max(after.offset(), after.offset() + 1));
    }

    /** One page while it is read. */
    private final class Reading {
        private final Remit remit;
        private final @Nullable Position begun;
        private final long giveUp;
        private final List<Letter> letters = new ArrayList<>();
        private @Nullable Position last;

        Reading(Remit remit, @Nullable Position begun, long giveUp) {
            this.remit = remit;
            this.begun = begun;
            this.last = begun;
            this.giveUp = giveUp;
        }

        /** Whether the partition was read to its end; not when the page is full or the time over. */
        private boolean through(TopicPartition partition, long from, long end) {
            if (from >= end) {
                return true;
            }
            reader.assign(List.of(partition));
            reader.seek(partition, from);
            while (reader.position(partition) < end) {
                if (System.nanoTime() > giveUp) {
                    return false;
                }
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                    if (!took(record)) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Whether there was room for it, if it is of the remit at all. */
        private boolean took(ConsumerRecord<String, byte[]> record) {
            if (remit.covers(record.key())) {
                if (letters.size() == most) {
                    return false;
                }
                letters.add(letter(record));
            }
            last = Records.position(record);
            return true;
        }

        private Page cut() {
            Position reached = last;
            if (reached == null || reached.equals(begun)) {
                throw new KafkaException("The log gave nothing to read within " + patience);
            }
            return new Page(List.copyOf(letters), id(reached));
        }
    }

    private static Letter letter(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = Records.headers(record);
        return new Letter(
                id(Records.position(record)),
                headers.getOrDefault(DeadLetter.ORIGIN, ""),
                headers.getOrDefault(DeadLetter.REASON, ""),
                headers.getOrDefault("ce_type", ""),
                headers.getOrDefault("ce_id", ""),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static String id(Position position) {
        return position.partition() + "-" + position.offset();
    }
}
