package org.meritstream.evidence.storage;

/** What came of a stream of bytes. */
public sealed interface Arrival {

    /** It is there. */
    record Whole(Received received) implements Arrival {}

    /** It has more bytes than are taken; the rest was not read. */
    record TooLarge(long largest) implements Arrival {}

    /** It has none. */
    record Empty() implements Arrival {}

    /** It is not what the sender says it is. */
    record OtherDigest(String digest) implements Arrival {}
}
