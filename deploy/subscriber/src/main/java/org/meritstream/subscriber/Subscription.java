package org.meritstream.subscriber;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Follows a feed: tells each entry, then remembers the position under the consumer's group. Its consumer is closed when it ends. */
final class Subscription implements Runnable, ConsumerRebalanceListener {
    private static final Duration POLL = Duration.ofMillis(500);

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
    private final String topic;
    private final Start start;
    private final Consumer<String> line;
    private final Consumer<String> remark;
    private final Set<TopicPartition> known = new HashSet<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Where to begin. */
    enum Start {
        /** Behind what the group was told before; at the beginning when that is nothing. */
        WHERE_IT_STOPPED,
        /** At the beginning of the feed, whatever was told before. */
        THE_BEGINNING
    }

    /**
     * Not running yet.
     *
     * @param line gets a line per entry
     * @param remark gets what is worth knowing beside the entries
     */
    Subscription(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            String topic,
            Start start,
            Consumer<String> line,
            Consumer<String> remark) {
        this.consumer = consumer;
        this.topic = topic;
        this.start = start;
        this.line = line;
        this.remark = remark;
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(topic), this);
            while (true) {
                tell(consumer.poll(POLL));
            }
        } catch (WakeupException stopped) {
            // Asked to stop; what was told is remembered already.
        } finally {
            ended.countDown();
        }
    }

    /** Without a remark a subscriber that was told everything before would look like one that hangs. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        Set<TopicPartition> fresh = new HashSet<>(assigned);
        fresh.removeAll(known);
        known.addAll(fresh);
        if (fresh.isEmpty()) {
            return;
        }
        boolean before = consumer.committed(fresh).values().stream().anyMatch(Objects::nonNull);
        if (start == Start.THE_BEGINNING) {
            consumer.seekToBeginning(fresh);
        }
        remark.accept(
                before && start == Start.WHERE_IT_STOPPED
                        ? "Following " + topic + " from where this group stopped; --from-beginning tells it all again."
                        : "Following " + topic + " from its beginning.");
    }

    /** Nothing to do: the position is remembered with every batch. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {}

    /** The position is remembered after the entries were told: a crash in between tells some of them again, and loses none. */
    private void tell(ConsumerRecords<String, byte[]> entries) {
        for (ConsumerRecord<String, byte[]> entry : entries) {
            line.accept(FeedLine.of(entry));
        }
        if (!entries.isEmpty()) {
            consumer.commitSync();
        }
    }

    /**
     * Ends {@link #run} after the entries in hand, and returns when the consumer has left its group: until the broker notices by itself
     * that a member is gone, 45 s by default, the next one would be told nothing.
     */
    void stop() {
        consumer.wakeup();
        try {
            ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
