package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ResumptionTest {
    private static final TopicPartition PARTITION = new TopicPartition("meritstream.award", 3);
    private static final TopicPartition OTHER = new TopicPartition("meritstream.learner", 1);
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

    @Test
    void letsWhatIsNewWaitUntilAllIsReadAgain() {
        Resumption resumption = oneOfTwoBehind();

        assertThat(resumption.behind()).isTrue();
        assertThat(consumer.paused()).containsExactly(OTHER);

        consumer.seek(PARTITION, 100);
        assertThat(resumption.behind()).isFalse();
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void putsBackWhatIsNewOfABatchThatLeavesAnotherPartitionBehind() {
        Resumption resumption = oneOfTwoBehind();
        consumer.seek(OTHER, 12);

        Resumption.Share share =
                resumption.share(batch(List.of(record(OTHER, 9), record(OTHER, 10), record(OTHER, 11))));

        assertThat(share.again()).extracting(ConsumerRecord::offset).containsExactly(9L);
        assertThat(share.fresh()).isEmpty();
        assertThat(share.next()).containsEntry(OTHER, new OffsetAndMetadata(10));
        assertThat(consumer.position(OTHER)).isEqualTo(10);
    }

    @Test
    void seesToWhatIsNewInTheBatchThatEndsTheReadingAgain() {
        Resumption resumption = oneOfTwoBehind();
        consumer.seek(PARTITION, 101);

        Resumption.Share share = resumption.share(batch(List.of(record(99), record(100))));

        assertThat(share.again()).extracting(ConsumerRecord::offset).containsExactly(99L);
        assertThat(share.fresh()).extracting(ConsumerRecord::offset).containsExactly(100L);
        assertThat(share.next()).containsEntry(PARTITION, new OffsetAndMetadata(101));
    }

    @Test
    void handlesNothingOfARestoredStoreBeforeItHasTakenBackWhatItSaid() {
        Resumption resumption = takingBack(40, 100);
        ConsumerRecords<String, byte[]> batch = batch(List.of(record(40), record(41)));
        consumer.seek(PARTITION, 42);

        assertThat(resumption.restored(batch)).isTrue();
        resumption.putBack(batch);
        assertThat(resumption.behind()).isTrue();
        assertThat(consumer.paused()).containsExactly(PARTITION);
        assertThat(consumer.position(PARTITION)).isEqualTo(40);

        resumption.takenBack();
        assertThat(resumption.behind()).isTrue();
        assertThat(consumer.paused()).isEmpty();
        assertThat(resumption.restored(batch)).isFalse();
    }

    /** The committed offset lies beyond the marks of transactions, of which the store knows nothing. */
    @Test
    void takesNothingBackWhereNoRecordWasLost() {
        Resumption resumption = takingBack(99, 101);

        assertThat(resumption.restored(batch(List.of(record(101))))).isFalse();
    }

    /** As long as an open transaction holds them. */
    @Test
    void looksIntoOffsetsThatStayPendingAndLeavesThePartitionToTheNextSession() {
        MockConsumer<String, byte[]> pending = new MockConsumer<>("earliest") {
            @Override
            public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
                    Set<TopicPartition> partitions, Duration timeout) {
                throw new TimeoutException("pending after " + timeout);
            }
        };
        List<String> looks = new ArrayList<>();
        Resumption resumption = new Resumption(pending, List::of, false, () -> looks.add("look"));

        assertThatThrownBy(() -> resumption.onPartitionsAssigned(Set.of(PARTITION)))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("pending after PT30S");
        assertThat(looks).hasSize(1);
    }

    private Resumption takingBack(long stored, long committed) {
        consumer.assign(Set.of(PARTITION));
        consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(committed)));
        Resumption resumption = new Resumption(consumer, () -> List.of(stored(stored)), true, () -> {});
        resumption.onPartitionsAssigned(Set.of(PARTITION));
        return resumption;
    }

    /** The one is stored up to 40 and announced up to 100, the other up to 10. */
    private Resumption oneOfTwoBehind() {
        consumer.assign(Set.of(PARTITION, OTHER));
        consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(100), OTHER, new OffsetAndMetadata(10)));
        List<Position> stored = List.of(stored(40), new Position(OTHER.topic(), OTHER.partition(), 10));
        Resumption resumption = new Resumption(consumer, () -> stored);
        resumption.onPartitionsAssigned(Set.of(PARTITION, OTHER));
        return resumption;
    }

    private static ConsumerRecords<String, byte[]> batch(List<ConsumerRecord<String, byte[]>> records) {
        ConsumerRecord<String, byte[]> last = records.getLast();
        TopicPartition partition = new TopicPartition(last.topic(), last.partition());
        OffsetAndMetadata next = new OffsetAndMetadata(last.offset() + 1);
        return new ConsumerRecords<>(Map.of(partition, records), Map.of(partition, next));
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
        return record(PARTITION, offset);
    }

    private static ConsumerRecord<String, byte[]> record(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "k", new byte[0]);
    }
}
