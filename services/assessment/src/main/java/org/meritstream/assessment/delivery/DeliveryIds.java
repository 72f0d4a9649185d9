package org.meritstream.assessment.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.meritstream.log.KeyedIds;

/**
 * Ids of deliveries: UUIDs of version 8 (RFC 9562 section 5.8) of 48 bits of time, 48 random bits, and a mark of 26 bits that nobody makes
 * without the tenant's secret. So an edge that stores nothing still tells a delivery that was taken from one that never was: the sender has
 * the id only once the delivery stands on the log.
 */
@ApplicationScoped
public class DeliveryIds {
    private static final int TIME_SHIFT = 16;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int RANDOM_LOW_BITS = 36;
    private static final int MARK_BITS = 26;

    private final KeyedIds ids;

    public DeliveryIds(KeyedIds ids) {
        this.ids = ids;
    }

    /**
     * An id for a delivery that is about to be appended.
     *
     * @param random of which 48 bits are taken
     */
    public UUID next(String tenant, Instant now, long random) {
        long high = (now.toEpochMilli() << TIME_SHIFT) | VERSION_8 | ((random >>> RANDOM_LOW_BITS) & 0xFFF);
        long low = VARIANT | ((random & ((1L << RANDOM_LOW_BITS) - 1)) << MARK_BITS);
        return new UUID(high, low | mark(tenant, high, low));
    }

    /** Whether this service gave the id to a delivery of the tenant. */
    boolean given(String tenant, UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits() & -(1L << MARK_BITS);
        return id.equals(new UUID(high, low | mark(tenant, high, low)));
    }

    /** When the delivery was taken. */
    static Instant takenAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_SHIFT);
    }

    private long mark(String tenant, long high, long low) {
        byte[] digest = ids.digest(tenant, "delivery", Long.toHexString(high), Long.toHexString(low));
        return ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - MARK_BITS);
    }
}
