package org.meritstream.issuance.status;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The statuses of a Status List Token (draft-ietf-oauth-status-list, section 4): 1, 2, 4 or 8 bits each, index 0 in the least significant bits of the first
 * byte, which is the other way round than in a {@link Bitstring}. Immutable.
 */
public final class TokenStatuses {
    public static final int VALID = 0;
    public static final int INVALID = 1;
    public static final int SUSPENDED = 2;

    private static final Set<Integer> SIZES = Set.of(1, 2, 4, 8);
    /** Sixteen million entries of two bits; a list says how long it is only when it is unpacked. */
    private static final int MOST = 4 << 20;

    private static final int CHUNK = 1 << 14;

    private final int bits;
    private final byte[] bytes;

    private TokenStatuses(int bits, byte[] bytes) {
        this.bits = bits;
        this.bytes = bytes;
    }

    /**
     * From a token.
     *
     * @param bits of each status
     * @param list base64url without padding of the ZLIB
     * @throws IllegalArgumentException when it is no such list, or too long
     */
    public static TokenStatuses of(int bits, String list) {
        if (!SIZES.contains(bits)) {
            throw new IllegalArgumentException("A status has 1, 2, 4 or 8 bits, not " + bits);
        }
        return new TokenStatuses(bits, unpacked(Base64.getUrlDecoder().decode(list)));
    }

    /** Bytes that they take. */
    public int size() {
        return bytes.length;
    }

    /** The status of a list's entry. */
    public int at(int index) {
        int perByte = Byte.SIZE / bits;
        if (index < 0 || index >= (long) bytes.length * perByte) {
            throw new IllegalArgumentException(index + " is outside the list");
        }
        int above = (bytes[index / perByte] & 0xff) >>> (bits * (index % perByte));
        return above & ((1 << bits) - 1);
    }

    /** How many bits a status of such a list takes. */
    static int size(ListBits bits) {
        return bits.suspended() == null ? 1 : 2;
    }

    /** A list as the {@code lst} of its statuses: the same entries under the same indexes. What is both revoked and suspended is revoked. */
    static String encoded(ListBits bits) {
        Bitstring suspended = bits.suspended();
        byte[] statuses = suspended == null ? turned(bits.revoked()) : both(bits.revoked(), suspended);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed(statuses));
    }

    private static byte[] turned(Bitstring revoked) {
        byte[] turned = revoked.bytes();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) (Integer.reverse(turned[i]) >>> (Integer.SIZE - Byte.SIZE));
        }
        return turned;
    }

    private static byte[] both(Bitstring revoked, Bitstring suspended) {
        int entries = revoked.bytes().length * Byte.SIZE;
        byte[] statuses = new byte[entries / 4];
        for (int index = 0; index < entries; index++) {
            int held = suspended.isSet(index) ? SUSPENDED : VALID;
            int status = revoked.isSet(index) ? INVALID : held;
            statuses[index / 4] |= (byte) (status << (2 * (index % 4)));
        }
        return statuses;
    }

    private static byte[] packed(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] unpacked(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int read = inflater.inflate(chunk);
                boolean cut = read == 0 && !inflater.finished();
                if (cut || out.size() + read > MOST) {
                    throw new IllegalArgumentException("The list ends too early or is too long");
                }
                out.write(chunk, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("The list is not ZLIB", e);
        } finally {
            inflater.end();
        }
    }
}
