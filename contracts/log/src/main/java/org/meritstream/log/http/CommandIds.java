package org.meritstream.log.http;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Ids of commands: UUIDs of version 7 (RFC 9562 section 5.7), so that an id tells how long ago it was given. */
public final class CommandIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int VERSION = 7;

    private CommandIds() {}

    /** A new id. */
    public static UUID next(Instant now) {
        long high = (now.toEpochMilli() << 16) | (VERSION << 12) | RANDOM.nextInt(1 << 12);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Whether the id may be of a command that is still under way. */
    static boolean recent(UUID id, Instant now, Duration within) {
        if (id.version() != VERSION) {
            return false;
        }
        Instant given = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        return given.isAfter(now.minus(within)) && given.isBefore(now.plusSeconds(60));
    }
}
