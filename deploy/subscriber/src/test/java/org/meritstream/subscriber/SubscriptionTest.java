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

class SubscriptionTest {
    private static final TopicPartition PARTITION = new TopicPartition(Entries.TOPIC, 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> lines = new ArrayList<>();

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
        new Subscription(consumer, Entries.TOPIC, lines::add).run();

        assertThat(lines).hasSize(2).first().asString().contains(" ISSUED ");
    }

    @Test
    void remembersThePositionBehindWhatItTold() {
        new Subscription(consumer, Entries.TOPIC, lines::add).run();

        assertThat(consumer.committed(Set.of(PARTITION))).containsEntry(PARTITION, new OffsetAndMetadata(2));
    }

    @Test
    void remembersNothingThatItCouldNotTell() {
        Subscription broken = new Subscription(consumer, Entries.TOPIC, line -> {
            throw new IllegalStateException("the disk is full");
        });

        assertThatThrownBy(broken::run).hasMessage("the disk is full");
        assertThat(consumer.committed(Set.of(PARTITION))).doesNotContainKey(PARTITION);
    }
}
