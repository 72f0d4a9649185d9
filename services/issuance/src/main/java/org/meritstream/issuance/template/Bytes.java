package org.meritstream.issuance.template;

import java.util.Arrays;
import org.meritstream.issuance.proof.Sha256;

/** Bytes that grow at their end. For one thread. */
final class Bytes {
    private byte[] bytes;
    private int length;

    Bytes(int expected) {
        this.bytes = new byte[expected];
    }

    void add(byte[] more) {
        int end = length + more.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length = end;
    }

    /** Empties it. */
    void clear() {
        length = 0;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    byte[] sha256() {
        return Sha256.of(bytes, length);
    }
}
