package org.meritstream.log;

/**
 * Where a record stands.
 *
 * @param offset in its partition
 */
public record Position(String topic, int partition, long offset) {

    /** The position as a handled row keeps it: the same event elsewhere is a duplicate, here it is a redelivery. */
    public String cause() {
        return topic + ":" + partition + "@" + offset;
    }

    /** Where the reading of the partition goes on after it. */
    Position next() {
        return new Position(topic, partition, offset + 1);
    }
}
