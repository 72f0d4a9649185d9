package org.meritstream.evidence.storage;

/** A part of a file: so many bytes from one on. */
public record Slice(long first, long length) {
    public Slice {
        if (first < 0 || length < 1) {
            throw new IllegalArgumentException("A slice of " + length + " bytes from " + first);
        }
    }

    /** The last byte of it. */
    public long last() {
        return first + length - 1;
    }
}
