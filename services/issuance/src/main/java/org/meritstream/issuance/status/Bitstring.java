package org.meritstream.issuance.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The bits of a list; index 0 is the most significant bit of the first byte (Bitstring Status List 1.0, section 3.3). Immutable.
 */
public final class Bitstring {
    /** The smallest list the specification allows, in entries: below it a list would say too much of who is in it. */
    public static final int ENTRIES = 131_072;

    /** Bytes of one that strangers send, sixteen million entries: packed it may be a thousandth of that. */
    private static final int LARGEST = 2 << 20;

    private final byte[] bytes;

    private Bitstring(byte[] bytes) {
        this.bytes = bytes;
    }

    /** All clear. */
    public static Bitstring empty() {
        return new Bitstring(new byte[ENTRIES / Byte.SIZE]);
    }

    /** From stored bytes. */
    public static Bitstring of(byte[] bytes) {
        return longEnough(bytes.clone());
    }

    private static Bitstring longEnough(byte[] bytes) {
        if (bytes.length * Byte.SIZE < ENTRIES) {
            throw new IllegalArgumentException("STATUS_LIST_LENGTH_ERROR: a list has " + ENTRIES + " entries or more");
        }
        return new Bitstring(bytes);
    }

    /**
     * From an {@code encodedList}.
     *
     * @throws IllegalArgumentException when it is not one, or has more than sixteen million entries
     */
    public static Bitstring decoded(String encodedList) {
        if (!encodedList.startsWith("u")) {
            throw new IllegalArgumentException("MALFORMED_VALUE_ERROR: encodedList does not begin with u");
        }
        byte[] zipped = Base64.getUrlDecoder().decode(encodedList.substring(1));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IllegalArgumentException("STATUS_LIST_LENGTH_ERROR: a list has more entries than are read");
            }
            return longEnough(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("MALFORMED_VALUE_ERROR: encodedList is not GZIP", e);
        }
    }

    /** With these bits set as well. */
    public Bitstring with(Collection<Integer> indexes) {
        byte[] changed = bytes.clone();
        for (int index : indexes) {
            changed[index / Byte.SIZE] |= (byte) (0x80 >>> index % Byte.SIZE);
        }
        return new Bitstring(changed);
    }

    /** With these cleared, which only suspensions are. */
    Bitstring without(Collection<Integer> indexes) {
        byte[] changed = bytes.clone();
        for (int index : indexes) {
            changed[index / Byte.SIZE] &= (byte) ~(0x80 >>> index % Byte.SIZE);
        }
        return new Bitstring(changed);
    }

    /** Whether a bit is set. */
    public boolean isSet(int index) {
        if (index < 0 || index >= bytes.length * Byte.SIZE) {
            throw new IllegalArgumentException("RANGE_ERROR: " + index + " is outside the list");
        }
        return (bytes[index / Byte.SIZE] & 0x80 >>> index % Byte.SIZE) != 0;
    }

    /** Bytes that it takes. */
    public int size() {
        return bytes.length;
    }

    /** As stored. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The {@code encodedList}: u and base64url without padding of the GZIP. */
    public String encoded() {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(zipped.toByteArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bitstring that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
