package org.meritstream.log;

import java.nio.ByteBuffer;
import java.util.UUID;

/** UUIDs of version 8 (RFC 9562 section 5.8): 122 bits of a digest of our own choice. */
final class Uuid8 {
    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Uuid8() {}

    static UUID of(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long high = (bytes.getLong() & VERSION_MASK) | VERSION_8;
        long low = (bytes.getLong() & VARIANT_MASK) | VARIANT;
        return new UUID(high, low);
    }
}
