package org.meritstream.log;

import java.util.Collection;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * A transaction that a partition holds open. Readers of the partition stand before it until a marker ends it.
 *
 * @param producer the id that the broker gave the producer
 * @param epoch of the producer's last record there
 * @param coordinatorEpoch of the last marker there
 * @param start the offset of its first record there
 */
record OpenTransaction(TopicPartition partition, long producer, int epoch, int coordinatorEpoch, long start) {

    static OpenTransaction of(TopicPartition partition, ProducerState state) {
        return new OpenTransaction(
                partition,
                state.producerId(),
                state.producerEpoch(),
                state.coordinatorEpoch().orElse(0),
                state.currentTransactionStartOffset().orElseThrow());
    }

    /**
     * Whether nobody will end it. A coordinator writes that a partition takes part before the first record is let in, and forgets it only after
     * the marker is written (KIP-664, KIP-890); so a transaction that lives is among those that coordinators know, with this partition.
     *
     * <p>A producer that is known may begin anew at its epoch at any moment. Only one that has gone on to a higher epoch is safe from a marker
     * of the lower: the partition refuses it once there is anything of the higher.
     *
     * @param known the transactions of this producer id that coordinators know
     */
    boolean hangs(Collection<TransactionDescription> known) {
        return known.stream()
                .filter(one -> one.producerId() == producer)
                .noneMatch(one ->
                        one.producerEpoch() <= epoch || one.topicPartitions().contains(partition));
    }

    /**
     * Whether a marker of it stands in this producer's state of another partition: it bears the next epoch (KIP-890), which nobody begins while
     * this one is open here.
     */
    boolean decided(ProducerState elsewhere) {
        return elsewhere.producerId() == producer
                && elsewhere.producerEpoch() > epoch
                && elsewhere.currentTransactionStartOffset().isEmpty();
    }

    /** For the log. */
    String told() {
        return "partition=" + partition + " producer=" + producer + " epoch=" + epoch + " offset=" + start;
    }

    /** The marker that ends it. */
    AbortTransactionSpec marker() {
        return new AbortTransactionSpec(partition, producer, (short) epoch, coordinatorEpoch);
    }
}
