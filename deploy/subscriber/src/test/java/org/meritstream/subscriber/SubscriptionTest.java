package org.meritstream.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meritstream.subscriber.Subscription.Start;

class SubscriptionTest {
    private static final TopicPartition PARTITION = new TopicPartition(Entries.TOPIC, 0);

    private final LookedAtAfterwards consumer = new LookedAtAfterwards();
    private final List<String> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    @BeforeEach
    void twoEntriesAndThenTheEnd() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(PARTITION));
            try {
                consumer.addRecord(Entries.issued(0));
                consumer.addRecord(Entries.revoked(1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        consumer.schedulePollTask(consumer::wakeup);
    }

    @Test
    void tellsEveryEntryInOrder() {
        follow(Start.WHERE_IT_STOPPED);

        assertThat(lines).hasSize(2).first().asString().contains(" ISSUED ");
    }

    @Test
    void remembersThePositionBehindWhatItTold() {
        follow(Start.WHERE_IT_STOPPED);

        assertThat(consumer.committed(Set.of(PARTITION))).containsEntry(PARTITION, new OffsetAndMetadata(2));
    }

    @Test
    void remembersNothingThatItCouldNotTell() {
        Subscription broken = new Subscription(
                consumer,
                Entries.TOPIC,
                Start.WHERE_IT_STOPPED,
                line -> {
                    throw new IllegalStateException("the disk is full");
                },
                remarks::add);

        assertThatThrownBy(broken::run).hasMessage("the disk is full");
        assertThat(consumer.committed(Set.of(PARTITION))).doesNotContainKey(PARTITION);
    }

    @Test
    void saysThatItGoesOnWhereItStopped() {
        consumer.toldBefore(1);

        follow(Start.WHERE_IT_STOPPED);

        assertThat(remarks).hasSize(1).first().asString().contains("from where this group stopped");
    }

    @Test
    void saysThatItTellsEverythingAgain() {
        consumer.toldBefore(2);

        follow(Start.THE_BEGINNING);

        assertThat(remarks).hasSize(1).first().asString().contains("from its beginning");
    }

    @Test
    void hasLeftItsGroupWhenItHasEnded() {
        follow(Start.WHERE_IT_STOPPED);

        assertThat(consumer.left).isTrue();
    }

    private void follow(Start start) {
        new Subscription(consumer, Entries.TOPIC, start, lines::add, remarks::add).run();
    }

    /** A closed consumer answers no question, so this one stays open and notes that it was closed. */
    private static final class LookedAtAfterwards extends MockConsumer<String, byte[]> {
        private Map<TopicPartition, OffsetAndMetadata> before = Map.of();
        private boolean left;

        LookedAtAfterwards() {
            super("earliest");
        }

        void toldBefore(long entries) {
            before = Map.of(PARTITION, new OffsetAndMetadata(entries));
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
            return before.isEmpty() ? super.committed(partitions) : before;
        }

        @Override
        public void close() {
            left = true;
        }
    }
}
