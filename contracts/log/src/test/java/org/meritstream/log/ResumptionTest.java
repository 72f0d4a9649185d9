package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ResumptionTest {
    private static final TopicPartition PARTITION = new TopicPartition("meritstream.award", 3);
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

    @Test
    void readsAgainWhatTheStoreLacks() {
        Resumption resumption = resumed(40, 100);

        assertThat(consumer.position(PARTITION)).isEqualTo(40);
        assertThat(resumption.announced(record(99))).isTrue();
        assertThat(resumption.announced(record(100))).isFalse();
    }

    @Test
    void readsAllAgainForAStoreThatKnowsNothing() {
        Resumption resumption = assigned(List.of(), 100);

        assertThat(consumer.position(PARTITION)).isZero();
        assertThat(resumption.announced(record(0))).isTrue();
    }

    @Test
    void goesOnWhereTheLogCommittedWhenTheStoreIsAhead() {
        Resumption resumption = resumed(120, 100);

        assertThat(consumer.position(PARTITION)).isEqualTo(100);
        assertThat(resumption.announced(record(100))).isFalse();
    }

    @Test
    void neverCommitsLessThanWasAnnounced() {
        Resumption resumption = resumed(40, 100);

        assertThat(resumption.notBelow(Map.of(PARTITION, new OffsetAndMetadata(60))))
                .containsEntry(PARTITION, new OffsetAndMetadata(100));
        assertThat(resumption.notBelow(Map.of(PARTITION, new OffsetAndMetadata(101))))
                .containsEntry(PARTITION, new OffsetAndMetadata(101));
    }

    @Test
    void announcesAllOfAPartitionThatNobodyReadBefore() {
        Resumption resumption = uncommitted(List.of());

        assertThat(consumer.position(PARTITION)).isEqualTo(7);
        assertThat(resumption.announced(record(7))).isFalse();
    }

    @Test
    void commitsWhereItBeginsBeforeAnythingIsStored() {
        uncommitted(List.of());

        assertThat(consumer.committed(Set.of(PARTITION))).containsEntry(PARTITION, new OffsetAndMetadata(7));
    }

    @Test
    void goesOnWhereTheStoreIsWhenTheLogForgotTheGroup() {
        Resumption resumption = uncommitted(List.of(stored(40)));

        assertThat(consumer.position(PARTITION)).isEqualTo(40);
        assertThat(consumer.committed(Set.of(PARTITION))).containsEntry(PARTITION, new OffsetAndMetadata(40));
        assertThat(resumption.announced(record(40))).isFalse();
    }

    @Test
    void beginsAnewWithATopicThatIsNotTheOneThatWasRead() {
        uncommitted(List.of(stored(51)));

        assertThat(consumer.position(PARTITION)).isEqualTo(7);
    }

    @Test
    void forgetsAPartitionThatGoes() {
        Resumption resumption = resumed(40, 100);

        resumption.onPartitionsRevoked(Set.of(PARTITION));

        assertThat(resumption.announced(record(50))).isFalse();
    }

    @Test
    void isBehindUntilTheReadingHasPassedWhatWasAnnounced() {
        Resumption resumption = resumed(40, 100);
        assertThat(resumption.behind()).isTrue();

        consumer.seek(PARTITION, 99);
        assertThat(resumption.behind()).isTrue();

        consumer.seek(PARTITION, 100);
        assertThat(resumption.behind()).isFalse();
    }

    @Test
    void isNotBehindAfterACrashNorForAPartitionThatGoes() {
        assertThat(resumed(120, 100).behind()).isFalse();

        Resumption resumption = resumed(40, 100);
        resumption.onPartitionsRevoked(Set.of(PARTITION));

        assertThat(resumption.behind()).isFalse();
    }

    private Resumption resumed(long stored, long committed) {
        return assigned(List.of(stored(stored)), committed);
    }

    /** A partition with offsets 7 to 49 of which the group has committed none. */
    private Resumption uncommitted(List<Position> stored) {
        consumer.assign(Set.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 7L));
        consumer.updateEndOffsets(Map.of(PARTITION, 50L));
        Resumption resumption = new Resumption(consumer, () -> stored);
        resumption.onPartitionsAssigned(Set.of(PARTITION));
        return resumption;
    }

    private static Position stored(long offset) {
        return new Position(PARTITION.topic(), PARTITION.partition(), offset);
    }

    private Resumption assigned(List<Position> stored, long committed) {
        consumer.assign(Set.of(PARTITION));
        consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(committed)));
        Resumption resumption = new Resumption(consumer, () -> stored);
        resumption.onPartitionsAssigned(Set.of(PARTITION));
        return resumption;
    }

    private static ConsumerRecord<String, byte[]> record(long offset) {
        return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, "k", new byte[0]);
    }
}
