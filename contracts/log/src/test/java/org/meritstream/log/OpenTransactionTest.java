package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OpenTransactionTest {
    private static final TopicPartition PARTITION = new TopicPartition("__consumer_offsets", 3);
    private static final TopicPartition OTHER = new TopicPartition("meritstream.award", 1);
    private static final OpenTransaction OPEN = new OpenTransaction(PARTITION, 1_000, 5, 0, 42);

    @Test
    void hangsWhereNoCoordinatorKnowsItsProducer() {
        assertThat(OPEN.hangs(List.of())).isTrue();
        assertThat(OPEN.hangs(List.of(known(1_001, 5, Set.of(PARTITION))))).isTrue();
    }

    @Test
    void livesWhereItsPartitionTakesPart() {
        assertThat(OPEN.hangs(List.of(known(1_000, 5, Set.of(PARTITION, OTHER)))))
                .isFalse();
    }

    /** While the markers are written the coordinator has gone on to the next epoch already. */
    @Test
    void livesWhileItsMarkerIsStillToBeWritten() {
        assertThat(OPEN.hangs(List.of(known(1_000, 6, Set.of(PARTITION))))).isFalse();
    }

    @Test
    void hangsWhereItsProducerHasGoneOnWithoutThePartition() {
        assertThat(OPEN.hangs(List.of(known(1_000, 6, Set.of(OTHER))))).isTrue();
    }

    @Test
    void livesWhereItsProducerMayBeginAnewAtItsEpoch() {
        assertThat(OPEN.hangs(List.of(known(1_000, 5, Set.of())))).isFalse();
    }

    @Test
    void isDecidedWhereAMarkerOfItStandsElsewhere() {
        assertThat(OPEN.decided(state(1_000, 6, OptionalLong.empty()))).isTrue();
    }

    @Test
    void isNotDecidedByWhatWasBeforeItNorByWhatIsOpenNorByAnother() {
        assertThat(OPEN.decided(state(1_000, 5, OptionalLong.empty()))).isFalse();
        assertThat(OPEN.decided(state(1_000, 6, OptionalLong.of(7)))).isFalse();
        assertThat(OPEN.decided(state(1_001, 6, OptionalLong.empty()))).isFalse();
    }

    @Test
    void isEndedByAMarkerOfItsOwnEpoch() {
        ProducerState state = state(1_000, 5, OptionalLong.of(42));

        assertThat(OpenTransaction.of(PARTITION, state)).isEqualTo(OPEN);
        assertThat(OPEN.marker()).isEqualTo(new AbortTransactionSpec(PARTITION, 1_000, (short) 5, 0));
    }

    private static ProducerState state(long producer, int epoch, OptionalLong start) {
        return new ProducerState(producer, epoch, 3, 1_000, OptionalInt.empty(), start);
    }

    private static TransactionDescription known(long producer, int epoch, Set<TopicPartition> partitions) {
        return new TransactionDescription(
                1, TransactionState.ONGOING, producer, epoch, 10_000, OptionalLong.empty(), partitions);
    }
}
