package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Message;

class TellingTest {
    private static final TopicPartition PARTITION = new TopicPartition("in", 0);
    private static final ConsumerGroupMetadata GROUP = new MockConsumer<String, byte[]>("earliest").groupMetadata();
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final LoopHealth health = new LoopHealth();
    private final Telling telling = new Telling("evidence", producer, health, CLOCK);

    @BeforeEach
    void prepare() {
        telling.prepare();
    }

    @AfterEach
    void close() {
        telling.close();
    }

    @Test
    void tellsTurnsInTheirOrderEachWithItsOffsets() {
        telling.owe(List.of(message("first")), next(7));
        telling.begin(GROUP);
        assertThat(telling.end()).isTrue();
        telling.owe(List.of(message("second")), next(9));
        telling.settle(GROUP);

        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("first", "second");
        assertThat(producer.consumerGroupOffsetsHistory())
                .extracting(groups -> groups.values().iterator().next())
                .containsExactly(next(7), next(9));
        assertThat(producer.commitCount()).isEqualTo(2);
    }

    @Test
    void holdsWhatIsOwedUntilItIsToBegin() {
        telling.owe(List.of(message("first")), next(7));

        assertThat(telling.owes()).isTrue();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void takesOnNoTurnBeforeTheFormerIsTold() {
        telling.owe(List.of(message("first")), next(7));

        assertThatThrownBy(() -> telling.owe(List.of(message("second")), next(9)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysThatATurnCouldNotBeTold() {
        producer.commitTransactionException = new KafkaException("the broker is away");
        telling.owe(List.of(message("first")), next(7));
        telling.begin(GROUP);

        assertThatThrownBy(telling::end).isInstanceOf(KafkaException.class).hasMessage("the broker is away");
        assertThat(telling.owes()).isFalse();
    }

    @Test
    void endsAFaultOnlyOnceTheTurnIsTold() {
        health.failed("the store is away");
        telling.owe(List.of(), next(7));
        telling.begin(GROUP);
        while (producer.commitCount() == 0) {
            Thread.onSpinWait();
        }
        assertThat(health.faulty()).isTrue();

        telling.end();

        assertThat(health.faulty()).isFalse();
    }

    @Test
    void tellsBeforePartitionsGoToAnotherReplica() {
        telling.owe(List.of(message("first")), next(7));

        new ToldFirst(resumption(), telling, new MockConsumer<>("earliest")).onPartitionsRevoked(List.of(PARTITION));

        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("first");
        assertThat(telling.owes()).isFalse();
    }

    @Test
    void doesNotTellOfPartitionsThatAnotherReplicaHas() {
        telling.owe(List.of(message("first")), next(7));
        ToldFirst listener = new ToldFirst(resumption(), telling, new MockConsumer<>("earliest"));

        assertThatThrownBy(() -> listener.onPartitionsLost(List.of(PARTITION)))
                .isInstanceOf(IllegalStateException.class);
        telling.settle(GROUP);
        assertThat(producer.history()).isEmpty();
    }

    private static Resumption resumption() {
        return new Resumption(new MockConsumer<>("earliest"), List::of);
    }

    private static Message message(String key) {
        return new Message("out", key, Map.of("ce_id", key), new byte[] {1});
    }

    private static Map<TopicPartition, OffsetAndMetadata> next(long offset) {
        return Map.of(PARTITION, new OffsetAndMetadata(offset));
    }
}
