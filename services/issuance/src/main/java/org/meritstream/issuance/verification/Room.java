package org.meritstream.issuance.verification;

import org.meritstream.issuance.fetching.Documents;

/**
 * For the lists that one verification unpacks: each is small on the wire and may be large in memory, where it stays, since every part may name it. For
 * one thread.
 */
final class Room {
    /** Bytes of all together: two of the largest, or some hundred as small as they may be. */
    private static final int ALTOGETHER = 4 << 20;

    private int left = ALTOGETHER;

    static Room of(Documents documents) {
        return documents.once(Room.class, Room.class, Room::new);
    }

    /** Whether there is some for another. */
    boolean any() {
        return left > 0;
    }

    /** Another takes so many bytes. */
    void take(int bytes) {
        left -= bytes;
    }
}
