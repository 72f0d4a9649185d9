package org.meritstream.log;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells what is owed before partitions go to another replica, which goes on where this one has committed. Of partitions that are lost
 * already it must not be told, for another has them; then the session ends, and all that was owed is read again by whoever has its partition now.
 */
record ToldFirst(Resumption resumption, Telling telling, Consumer<String, byte[]> consumer)
        implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        resumption.onPartitionsAssigned(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        telling.settle(consumer.groupMetadata());
        resumption.onPartitionsRevoked(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        if (telling.owes()) {
            telling.forget();
            throw new IllegalStateException("partitions were lost before a turn of them was told");
        }
        resumption.onPartitionsRevoked(partitions);
    }
}
