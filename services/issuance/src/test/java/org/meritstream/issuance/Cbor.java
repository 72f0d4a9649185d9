package org.meritstream.issuance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.meritstream.issuance.proof.Signer;

/** Items of CBOR and signed messages as a test writes them, byte by byte: by none of the code that reads them. */
public final class Cbor {
    private static final int MAJOR_TYPE = 5;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;

    private final byte[] encoded;

    private Cbor(byte[] encoded) {
        this.encoded = encoded;
    }

    /** An item as it is written here in hexadecimal, good or not. */
    public static Cbor hex(String encoded) {
        return new Cbor(HexFormat.of().parseHex(encoded));
    }

    /** One byte of it so many times, and what follows. */
    public static Cbor repeated(int value, int times, Object... then) {
        byte[] all = new byte[times];
        Arrays.fill(all, (byte) value);
        return new Cbor(joined(all, items(then)));
    }

    /** A map of labels and values in turn. */
    public static Cbor map(Object... labelsAndValues) {
        return new Cbor(joined(head(MAP, labelsAndValues.length / 2), items(labelsAndValues)));
    }

    public static Cbor array(Object... items) {
        return new Cbor(joined(head(ARRAY, items.length), items(items)));
    }

    /** Behind a tag (RFC 8949, section 3.4). */
    public static Cbor tagged(int tag, Object item) {
        return new Cbor(joined(head(6, tag), item(item)));
    }

    /** What a message with one signature is made of (RFC 9052, section 4.2), with the tag before it. */
    public static byte[] message(Object... parts) {
        return tagged(18, array(parts)).encoded();
    }

    /** The same, signed. */
    public static byte[] signed(Cbor protectedHeader, Cbor unprotectedHeader, byte[] payload, Signer signer) {
        byte[] header = protectedHeader.encoded();
        byte[] signature =
                signer.sign(array("Signature1", header, new byte[0], payload).encoded());
        return message(header, unprotectedHeader, payload, signature);
    }

    /** A number, a text, bytes, or what is an item already. */
    private static byte[] item(Object value) {
        return switch (value) {
            case Cbor item -> item.encoded;
            case Integer number -> item((long) number);
            case Long number -> number < 0 ? head(1, -1 - number) : head(0, number);
            case byte[] bytes -> joined(head(2, bytes.length), bytes);
            case String text -> {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                yield joined(head(TEXT, utf8.length), utf8);
            }
            default -> throw new IllegalArgumentException("Not written by tests: " + value.getClass());
        };
    }

    private static byte[] items(Object... values) {
        return joined(Arrays.stream(values).map(Cbor::item).toArray(byte[][]::new));
    }

    /** What goes before the content of an item (RFC 8949, section 3), in the shortest form. */
    private static byte[] head(int type, long argument) {
        int first = type << MAJOR_TYPE;
        if (argument < 24) {
            return new byte[] {(byte) (first | (int) argument)};
        }
        int size = argument < 1 << 8 ? 0 : argument < 1 << 16 ? 1 : 2;
        byte[] head = new byte[1 + (1 << size)];
        head[0] = (byte) (first | (24 + size));
        for (int i = 1; i < head.length; i++) {
            head[head.length - i] = (byte) (argument >> (8 * (i - 1)));
        }
        return head;
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    public byte[] encoded() {
        return encoded.clone();
    }
}
