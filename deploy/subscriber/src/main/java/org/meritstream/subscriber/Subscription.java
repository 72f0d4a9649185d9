package org.meritstream.subscriber;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;

/** Follows a feed: tells each entry, then remembers the position under the consumer's group. */
final class Subscription implements Runnable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
    private final String topic;
    private final Consumer<String> line;
    private final CountDownLatch ended = new CountDownLatch(1);

    Subscription(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer, String topic, Consumer<String> line) {
        this.consumer = consumer;
        this.topic = topic;
        this.line = line;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(List.of(topic));
            while (true) {
                tell(consumer.poll(POLL));
            }
        } catch (WakeupException stopped) {
            // Asked to stop; what was told is remembered already.
        } finally {
            ended.countDown();
        }
    }

    /** The position is remembered after the entries were told: a crash in between tells some of them again, and loses none. */
    private void tell(ConsumerRecords<String, byte[]> entries) {
        for (ConsumerRecord<String, byte[]> entry : entries) {
            line.accept(FeedLine.of(entry));
        }
        if (!entries.isEmpty()) {
            consumer.commitSync();
        }
    }

    /** Ends {@link #run} after the entries in hand. */
    void stop() {
        consumer.wakeup();
        try {
            ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
